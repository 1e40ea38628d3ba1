// Which parts of the API the SDK speaks. What is not named here (administration, operations) is not generated.

/** Operations whose answers and bodies become types. */
export const OPERATIONS = [
  'register', 'login', 'refreshTokens', 'getSignedInUser', 'issueLiveTicket',
  'listAgents', 'createAgent', 'getAgent', 'replaceAgent', 'getAgentConfiguration', 'replaceAgentConfiguration',
  'listSystemAgents', 'createVariant', 'publishAgent', 'unpublishAgent', 'getAgentMetrics', 'getAgentEarnings', 'getVariantInfo',
  'searchListings', 'getListing', 'listCategories', 'listFeatured', 'suggestNames', 'hireAgent', 'listReviews',
  'listSessions', 'startSession', 'getSession', 'endSession', 'openConnection', 'getReceipt', 'listUsage', 'reviewSession',
  'listTransactions', 'getTransaction', 'listPackages', 'purchaseDof', 'transferDof',
  'getProfile', 'replaceProfile', 'getProfileStats', 'getPreferences', 'replacePreferences', 'getWallet',
  'fillTestWallet', 'listFavourites', 'listNotifications', 'readNotification',
  'listApiKeys', 'createApiKey', 'changeApiKey', 'rotateApiKey', 'listApiKeyUsage', 'issuePlayerToken', 'claimPlayer',
]

/** Frames of the session's line that the store sends. */
export const STORE_FRAMES = [
  'session_started', 'agent_response', 'event_detected', 'warning', 'ack', 'error', 'dof_update', 'session_ended', 'pong',
]
