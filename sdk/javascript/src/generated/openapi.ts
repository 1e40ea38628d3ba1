// Generated from docs/api/openapi.yaml by npm run generate: change that, not this.
export interface components {
  schemas: {
    Account: {
      id: components["schemas"]["UserId"]
      email?: string | null
      emailVerified: boolean
      displayName: string
      role: string
    }
    /** @enum {string} */
    Achievement:
      | "first-session"
      | "first-hire"
      | "regular"
      | "veteran"
      | "ten-hours"
      | "hundred-hours"
      | "first-customer"
      | "sought-after"
      | "busy-agents"
      | "earner"
      | "top-earner"
      | (string & {})
    ActionPrice: {
      action: components["schemas"]["UsageAction"]
      dof: components["schemas"]["Dof"]
    }
    Agent: {
      name: string
      imageUrl?: string | null
      rank: components["schemas"]["Rank"]
      type: components["schemas"]["AgentType"]
      provider: components["schemas"]["Provider"]
      runtime?: components["schemas"]["Provider"] | null
      nationality: string
      language: string
      hasVoiceChat: boolean
      hasCommentator: boolean
      hasMemory: boolean
    }
    AgentCard: {
      name: string
      rank: string
      type: string
      imageUrl?: string | null
    }
    AgentDraft: {
      name: string
      description: string
      imageUrl?: string | null
      rank: components["schemas"]["Rank"]
      type: components["schemas"]["AgentType"]
      provider: components["schemas"]["Provider"]
      nationality: string
      language: string
      voiceId: string
      features: components["schemas"]["Features"]
      toolkit: components["schemas"]["SequencedSetTool"]
      specialization?: components["schemas"]["Specialization"] | null
      baseRate: components["schemas"]["Dof"]
      modelConfig?: components["schemas"]["Json"] | null
    }
    AgentId: string
    AgentOptions: {
      ranks: components["schemas"]["RankOption"][]
      providers: components["schemas"]["ProviderOption"][]
    }
    AgentRequest: {
      /** @description At most 200 characters as a person counts them */
      name: string
      rank: components["schemas"]["Rank"]
      type: components["schemas"]["AgentType"]
      provider: components["schemas"]["Provider"]
      /** @description At most 60 characters as a person counts them */
      nationality: string
      language: string
      voiceId: string
      /** @description At most 2000 characters as a person counts them */
      description?: string | null
      imageUrl?: string | null
      features: components["schemas"]["FeaturesRequest"]
      toolkit: components["schemas"]["Tool"][]
      specialization?: components["schemas"]["SpecializationRequest"] | null
      baseRate?: components["schemas"]["Dof"] | null
      modelConfig?: components["schemas"]["FreeJson"] | null
      configuration?: components["schemas"]["FreeJson"] | null
    }
    /** @enum {string} */
    AgentType: "Assistant" | "Mentor" | "Specialist" | (string & {})
    AgentVersion: {
      /** Format: int64 */
      version: number
      change: components["schemas"]["Change"]
      changedBy: components["schemas"]["UserId"]
      changedAt: components["schemas"]["Instant"]
      agent: components["schemas"]["AgentDraft"]
      configuration: components["schemas"]["Json"]
      marketplaceStatus: components["schemas"]["MarketplaceStatus"]
    }
    AgentWithStats: {
      modelConfig?: components["schemas"]["Json"] | null
      configuration: components["schemas"]["Json"]
      creatorId: components["schemas"]["UserId"]
      description: string
      language: string
      ownerId: components["schemas"]["UserId"]
      type: components["schemas"]["AgentType"]
      features: components["schemas"]["Features"]
      createdAt: components["schemas"]["Instant"]
      voiceId: string
      provider: components["schemas"]["Provider"]
      imageUrl?: string | null
      rank: components["schemas"]["Rank"]
      id: components["schemas"]["AgentId"]
      marketplaceStatus: components["schemas"]["MarketplaceStatus"]
      baseAgentId?: components["schemas"]["AgentId"] | null
      updatedAt: components["schemas"]["Instant"]
      runtime?: components["schemas"]["Provider"] | null
      /** Format: int64 */
      version: number
      baseRate: components["schemas"]["Dof"]
      nationality: string
      toolkit: components["schemas"]["SequencedSetTool"]
      name: string
      specialization?: components["schemas"]["Specialization"] | null
      stats: components["schemas"]["Stats"]
    }
    Amounts: {
      allocated: components["schemas"]["Dof"]
      consumed: components["schemas"]["Dof"]
      remaining: components["schemas"]["Dof"]
      rate: components["schemas"]["Dof"]
    }
    ApiKeyChange: {
      /** @description At most 50 characters as a person counts them */
      name?: string | null
      scopes?: components["schemas"]["ScopeWord"][] | null
      allowedOrigins?: string[] | null
      allowedAddresses?: string[] | null
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      expiresAt?: string | null
      budgets?: {
        /** Format: int64 */
        day?: number | null
        /** Format: int64 */
        month?: number | null
        /** Format: int64 */
        total?: number | null
        /** Format: int64 */
        inFlight?: number | null
      } | null
    }
    ApiKeyRequest: {
      /** @description At most 50 characters as a person counts them */
      name: string
      kind: components["schemas"]["Kind"]
      mode: components["schemas"]["Mode"]
      scopes?: components["schemas"]["ScopeWord"][] | null
      allowedOrigins?: string[] | null
      allowedAddresses?: string[] | null
      expiresAt?: components["schemas"]["Instant"] | null
      budgets?: components["schemas"]["BudgetsRequest"] | null
    }
    Author: {
      displayName: string
    }
    Badge: {
      id: string
      game: string
      /** Format: int32 */
      position: number
      requirements: components["schemas"]["Requirement"][]
    }
    Balance: {
      before: components["schemas"]["Dof"]
      after: components["schemas"]["Dof"]
    }
    BudgetsRequest: {
      day?: components["schemas"]["Dof"] | null
      month?: components["schemas"]["Dof"] | null
      total?: components["schemas"]["Dof"] | null
      inFlight?: components["schemas"]["Dof"] | null
    }
    Cap: {
      day?: components["schemas"]["Dof"] | null
      total?: components["schemas"]["Dof"] | null
      agents: components["schemas"]["AgentId"][]
    }
    CapRequest: {
      day?: components["schemas"]["Dof"] | null
      total?: components["schemas"]["Dof"] | null
      agents?: string[] | null
    }
    Cards: {
      items: components["schemas"]["ListingCard"][]
    }
    Categories: {
      items: components["schemas"]["CategoryView"][]
    }
    CategoryView: {
      id: string
      name: string
      description: string
    }
    /** @enum {string} */
    Change: "created" | "updated" | "configured" | "listing_changed" | "deleted" | (string & {})
    Checkout: {
      transactionId: components["schemas"]["TransactionId"]
      checkoutUrl: string
      amount: string
      currency: string
      dofAmount: components["schemas"]["Dof"]
      expiresAt: components["schemas"]["Instant"]
    }
    ClaimRequest: {
      /** Format: email */
      email: string
      password: string
      deviceToken?: string | null
    }
    ConfigurationRequest: {
      configuration: components["schemas"]["FreeJson"]
    }
    ConfigurationSnapshot: {
      /** Format: int64 */
      version: number
      configuration: components["schemas"]["Json"]
      takenAt: components["schemas"]["Instant"]
    }
    ConfigureRequest: {
      configuration: components["schemas"]["FreeJson"]
    }
    Configured: {
      agentId: components["schemas"]["AgentId"]
      configuration: components["schemas"]["Json"]
      validationWarnings: components["schemas"]["Warning"][]
      /** Format: int64 */
      version: number
      updatedAt: components["schemas"]["Instant"]
    }
    Connection: {
      websocketUrl: string
      ticket: string
      protocols: string[]
    }
    Contract: {
      dofAllocated: components["schemas"]["Dof"]
      estimatedHours: number
      baseRate: components["schemas"]["Dof"]
      startedAt: components["schemas"]["Instant"]
    }
    Customization: {
      /** @description At most 200 characters as a person counts them */
      name: string
      avatarUrl?: string | null
      voiceId: string
    }
    DayOfUse: {
      day: string
      /** Format: int64 */
      requests: number
      /** Format: int64 */
      dofSpent: number
    }
    Details: {
      description: string
      voiceId: string
      toolkit: components["schemas"]["Tool"][]
      specialization?: components["schemas"]["Specialization"] | null
    }
    Distribution: {
      owner: components["schemas"]["Dof"]
      platform: components["schemas"]["Dof"]
      creator: components["schemas"]["Dof"]
    }
    /** Format: int64 */
    Dof: number
    EarnedBadge: {
      id: string
      game: string
      agentId: components["schemas"]["AgentId"]
      agentName: string
      modes: string[]
      earnedBy: components["schemas"]["SpecialistType"]
    }
    Earnings: {
      agentId: components["schemas"]["AgentId"]
      currency: string
      /** Format: int64 */
      sessions: number
      consumed: components["schemas"]["Dof"]
      earned: components["schemas"]["Dof"]
      months: components["schemas"]["Month"][]
    }
    /** @enum {string} */
    EndReason:
      | "ended_by_player"
      | "ended_by_operator"
      | "allocation_exhausted"
      | "away_too_long"
      | "trial_over"
      | "time_limit"
      | "never_connected"
      | (string & {})
    Ended: {
      id: components["schemas"]["SessionId"]
      status: components["schemas"]["SessionStatus"]
      reason: components["schemas"]["EndReason"]
      consumed: components["schemas"]["Dof"]
      released: components["schemas"]["Dof"]
      distribution: components["schemas"]["Distribution"]
      transactionId?: components["schemas"]["TransactionId"] | null
    }
    Entry: {
      account: string
      /** Format: int64 */
      amount: number
    }
    /** @enum {string} */
    ErrorCode:
      | "MALFORMED_REQUEST"
      | "VALIDATION_FAILED"
      | "UNKNOWN_FIELD"
      | "UNKNOWN_PARAMETER"
      | "UNKNOWN_MEMBER"
      | "UNFIT_TEXT"
      | "INVALID_CURSOR"
      | "INVALID_LIMIT"
      | "UNAUTHORIZED"
      | "INVALID_TOKEN"
      | "INVALID_CREDENTIALS"
      | "REFRESH_TOKEN_REUSED"
      | "INVALID_TICKET"
      | "FORBIDDEN"
      | "SCOPE_MISSING"
      | "NOT_FOR_KEYS"
      | "KEY_NOT_ALLOWED_HERE"
      | "SECRET_KEY_IN_BROWSER"
      | "ORIGIN_NOT_ALLOWED"
      | "NOT_FOUND"
      | "METHOD_NOT_ALLOWED"
      | "NOT_ACCEPTABLE"
      | "REQUEST_TIMEOUT"
      | "PRECONDITION_FAILED"
      | "BODY_TOO_LARGE"
      | "URI_TOO_LONG"
      | "UNSUPPORTED_MEDIA_TYPE"
      | "HEADERS_TOO_LARGE"
      | "RATE_LIMITED"
      | "TOO_MANY_LINES"
      | "UPGRADE_REQUIRED"
      | "IDEMPOTENCY_KEY_MISMATCH"
      | "INVALID_IDEMPOTENCY_KEY"
      | "CONTENTION"
      | "UNAVAILABLE"
      | "INTERNAL"
      | "NOT_IMPLEMENTED"
      | "VERSION_NOT_SUPPORTED"
      | "EMAIL_TAKEN"
      | "PASSWORD_TOO_COMMON"
      | "WRONG_PASSWORD"
      | "LINK_NOT_VALID"
      | "ACCOUNT_SUSPENDED"
      | "USER_NOT_FOUND"
      | "OPERATORS_ACCOUNT"
      | "SIGN_IN_NOT_FOUND"
      | "API_KEY_NOT_FOUND"
      | "TOO_MANY_API_KEYS"
      | "INVALID_API_KEY"
      | "CAP_NEEDS_STUDIO"
      | "PLAYER_CLAIMED"
      | "AGENT_NOT_PAID_FOR"
      | "AGENT_NOT_FOUND"
      | "NOT_AGENT_OWNER"
      | "AGENT_NAME_LENGTH"
      | "AGENT_NAME_TAKEN"
      | "VOICE_CHAT_EXCLUDES_COMMENTATOR"
      | "MEMORY_NEEDS_VOICE_CHAT"
      | "MENTOR_NEEDS_LEARN"
      | "MENTOR_NEEDS_MEMORY"
      | "RANK_NEEDS_PROVIDER"
      | "SPECIALIST_IS_EARNED"
      | "SPECIALIST_NEEDS_SPECIALIZATION"
      | "TARGET_FPS_RANGE"
      | "ANALYSIS_INTERVAL_RANGE"
      | "CONCURRENT_ANALYSES_RANGE"
      | "HIGH_SPEED_MODE_UNKNOWN"
      | "INVALID_CONFIGURATION"
      | "VOICE_NOT_OF_PROVIDER"
      | "NOT_A_SYSTEM_AGENT"
      | "NOT_A_VARIANT"
      | "VARIANT_FIELD_INHERITED"
      | "AGENT_IS_PUBLISHED"
      | "AGENT_IS_HIRED"
      | "SYSTEM_AGENT_IMMUTABLE"
      | "AGENT_VERSION_NOT_FOUND"
      | "RUNTIME_NOT_CONNECTED"
      | "NOT_AN_IMAGE"
      | "TOO_MANY_PIXELS"
      | "IMAGE_UNREADABLE"
      | "UPLOAD_NOT_FOUND"
      | "UPLOAD_NOT_INVITED"
      | "UPLOAD_EXPIRED"
      | "UPLOAD_USED"
      | "UPLOAD_NOT_AS_ANNOUNCED"
      | "LISTING_NOT_FOUND"
      | "RATE_OUT_OF_RANGE"
      | "VARIANT_RATE_TOO_HIGH"
      | "LISTING_NOT_HIRABLE"
      | "SCHEDULE_NEEDS_HOURS"
      | "UNKNOWN_CATEGORY"
      | "ALLOCATION_TOO_SMALL"
      | "CANNOT_HIRE_OWN_AGENT"
      | "NOT_CHARGED"
      | "NOT_PLAYED"
      | "SESSION_NOT_SETTLED"
      | "ALREADY_REVIEWED"
      | "REVIEW_NOT_FOUND"
      | "CANNOT_REVIEW_OWN_AGENT"
      | "INSUFFICIENT_DOFS"
      | "BUDGET_EXCEEDED"
      | "RECIPIENT_NOT_FOUND"
      | "CANNOT_TRANSFER_TO_SELF"
      | "TRANSACTION_NOT_FOUND"
      | "UNKNOWN_PACKAGE"
      | "PAYMENT_METHOD_UNAVAILABLE"
      | "CHECKOUT_CLOSED"
      | "INVALID_RETURN_URL"
      | "TREASURY_TOO_LOW"
      | "SESSION_NOT_FOUND"
      | "SESSION_ALREADY_ACTIVE"
      | "TOO_MANY_SESSIONS"
      | "TRIAL_ALREADY_USED"
      | "NOT_YOUR_AGENT"
      | "SESSION_ENDED"
      | "SESSION_NOT_STARTED"
      | "INVALID_START_TIME"
      | "RECEIPT_NOT_READY"
      | "SEQ_REQUIRED"
      | "SEQ_OUT_OF_ORDER"
      | "UNKNOWN_FRAME"
      | "MALFORMED_FRAME"
      | "TEXT_TOO_LONG"
      | "NO_VOICE_CHAT"
      | "FRAMES_NOT_READ"
      | "AUDIO_FORMAT_UNSUPPORTED"
      | "AUDIO_UNREADABLE"
      | "AUDIO_TOO_LONG"
      | "IMAGE_TOO_LARGE"
      | "SESSION_PAUSED"
      | "MODEL_FAILED"
      | "ALLOCATION_EXHAUSTED"
      | "CONNECTED_ELSEWHERE"
      | "CHANNEL_NOT_FOUND"
      | "TOO_MANY_CHANNELS"
      | "NOTIFICATION_NOT_FOUND"
      | "DEAD_LETTER_NOT_FOUND"
      | (string & {})
    Facts: {
      agentName?: string | null
      /** Format: int32 */
      rating?: number | null
      sessionType?: string | null
      reason?: string | null
      /** Format: int64 */
      activeMillis?: number | null
      allocated?: components["schemas"]["Dof"] | null
      transactionType?: string | null
      amount?: components["schemas"]["Dof"] | null
      total?: components["schemas"]["Dof"] | null
      status?: string | null
    }
    Fault: {
      code: components["schemas"]["ErrorCode"]
      field: string
      message: string
    }
    Features: {
      hasVoiceChat: boolean
      hasCommentator: boolean
      hasMemory: boolean
    }
    FeaturesRequest: {
      hasVoiceChat: boolean
      hasCommentator: boolean
      hasMemory: boolean
    }
    Fees: {
      /** Format: int32 */
      transferPercent: number
      /** Format: int32 */
      platformPercent: number
      /** Format: int32 */
      creatorPercent: number
    }
    Figures: {
      player: components["schemas"]["Player"]
      owner: components["schemas"]["Owner"]
    }
    ForgotRequest: {
      /** Format: email */
      email: string
    }
    Found: {
      items: components["schemas"]["ListingCard"][]
      facets: {
        [key: string]: unknown
      }
      /** Format: int64 */
      total?: number | null
      relaxed: boolean
      degraded: boolean
      nextCursor?: string | null
    }
    /** @description Members that somebody else chooses: 8 levels and 500 values at most, 4000 characters a text, no list directly in a list */
    FreeJson: {
      [key: string]: unknown
    }
    From: {
      userId: components["schemas"]["UserId"]
      previousBalance: components["schemas"]["Dof"]
      newBalance: components["schemas"]["Dof"]
    }
    HireBody: {
      /** Format: int64 */
      dofAllocation: number
      startTime?: components["schemas"]["Instant"] | null
      configuration?: components["schemas"]["FreeJson"] | null
      /** @description At most 4000 characters as a person counts them */
      message?: string | null
    }
    Hired: {
      sessionId: components["schemas"]["SessionId"]
      agentId: components["schemas"]["AgentId"]
      type: string
      status: string
      contract: components["schemas"]["Contract"]
      transaction?: components["schemas"]["Transaction"] | null
      connection: components["schemas"]["Connection"]
      expiresAt: components["schemas"]["Instant"]
    }
    Hours: {
      days: string[]
      from: string
      to: string
    }
    Hours1: {
      schedule: string
      hours?: components["schemas"]["Span"][] | null
      /** Format: iana-time-zone */
      timezone?: string | null
    }
    /**
     * Format: date-time
     * @example 2022-03-10T16:15:50Z
     */
    Instant: string
    Invited: {
      uploadId: string
      method: string
      url: string
      headers: {
        [key: string]: string
      }
      expiresAt: components["schemas"]["Instant"]
    }
    /** @description Any JSON */
    Json: unknown
    KeyView: {
      id: string
      name: string
      kind: components["schemas"]["Kind"]
      mode: components["schemas"]["Mode"]
      key?: string | null
      prefix: string
      lastFour: string
      scopes: string[]
      allowedOrigins: string[]
      allowedAddresses: string[]
      expiresAt?: components["schemas"]["Instant"] | null
      budgets?: components["schemas"]["Limits"] | null
      createdAt: components["schemas"]["Instant"]
      lastUsedAt?: components["schemas"]["Instant"] | null
      previousUntil?: components["schemas"]["Instant"] | null
    }
    /** @enum {string} */
    Kind: "secret" | "publishable" | (string & {})
    Limits: {
      /** Format: int64 */
      day?: number | null
      /** Format: int64 */
      month?: number | null
      /** Format: int64 */
      total?: number | null
      /** Format: int64 */
      inFlight?: number | null
    }
    Listing: {
      /** @description At most 100 characters as a person counts them */
      title: string
      /** @description At most 1000 characters as a person counts them */
      description: string
      tags?: string[] | null
      category: string[]
      games?: string[] | null
      pricing: components["schemas"]["Pricing1"]
      availability?: components["schemas"]["Hours1"] | null
    }
    ListingCard: {
      listingId: components["schemas"]["ListingId"]
      agentId: components["schemas"]["AgentId"]
      title: string
      description: string
      agent: components["schemas"]["Agent"]
      pricing: components["schemas"]["Pricing"]
      stats: components["schemas"]["Stats1"]
      games: string[]
      specializations: string[]
      tags: string[]
      badges: string[]
      availability: components["schemas"]["Open"]
      highlights?: {
        [key: string]: string
      }
    }
    ListingId: string
    ListingPage: {
      listingId: components["schemas"]["ListingId"]
      agentId: components["schemas"]["AgentId"]
      ownerId: components["schemas"]["UserId"]
      status: components["schemas"]["ListingStatus"]
      title: string
      description: string
      agent: components["schemas"]["Agent"]
      pricing: components["schemas"]["Pricing"]
      stats: components["schemas"]["Stats1"]
      category: string[]
      games: string[]
      specializations: string[]
      tags: string[]
      badges: string[]
      availability: components["schemas"]["Opening"]
      publishedAt: components["schemas"]["Instant"]
      updatedAt: components["schemas"]["Instant"]
      reviews?: components["schemas"]["ReviewView"][] | null
      details?: components["schemas"]["Details"] | null
      ratings?: components["schemas"]["Ratings"][] | null
      moderation?: components["schemas"]["Moderated"] | null
    }
    /** @enum {string} */
    ListingStatus: "active" | "paused" | "under_review" | "suspended" | "unpublished" | (string & {})
    LiveTicket: {
      websocketUrl: string
      streamUrl: string
      ticket: string
      expiresAt: components["schemas"]["Instant"]
    }
    LoginRequest: {
      email: string
      password: string
      /** @description From an earlier sign-in on this device, for clients without cookies */
      deviceToken?: string | null
      /** @description For pages of the store itself: what renews the sign-in is kept in a cookie, and is not in the answer */
      cookie?: boolean | null
    }
    LogoutRequest: {
      refreshToken?: string | null
      /** @description Of a page of the store itself: that of its cookie */
      cookie?: boolean | null
    }
    MailList: {
      items: components["schemas"]["MailView"][]
    }
    MailView: {
      id: string
      at: components["schemas"]["Instant"]
      to: string
      language: string
      subject: string
      text: string
    }
    MarketplaceStatus: {
      isPublished: boolean
      isHirable: boolean
    }
    Metrics: {
      agentId: components["schemas"]["AgentId"]
      /** Format: int64 */
      sessions: number
      activeHours: number
      /** Format: int64 */
      activeMillis: number
      dofConsumed: components["schemas"]["Dof"]
    }
    Metrics1: {
      /** Format: int64 */
      activeMillis: number
      connected: boolean
    }
    /** @enum {string} */
    Mode: "live" | "test" | (string & {})
    Moderated: {
      reason: string
      at: components["schemas"]["Instant"]
    }
    Money: {
      amount: string
      currency: string
      provider: string
    }
    Month: {
      month: string
      /** Format: int64 */
      sessions: number
      consumed: components["schemas"]["Dof"]
      earned: components["schemas"]["Dof"]
    }
    NotificationView: {
      id: string
      kind: string
      title: string
      text: string
      params?: components["schemas"]["Facts"] | null
      agentId?: components["schemas"]["AgentId"] | null
      listingId?: components["schemas"]["ListingId"] | null
      sessionId?: components["schemas"]["SessionId"] | null
      transactionId?: components["schemas"]["TransactionId"] | null
      read: boolean
      createdAt: components["schemas"]["Instant"]
      readAt?: components["schemas"]["Instant"] | null
    }
    Notifications: {
      email: boolean
      push: boolean
    }
    NotificationsRequest: {
      email?: boolean | null
      push?: boolean | null
    }
    Open: {
      isAvailable: boolean
      nextAvailable?: components["schemas"]["Instant"] | null
      reason?: components["schemas"]["Reason"] | null
    }
    Opening: {
      isAvailable: boolean
      nextAvailable?: components["schemas"]["Instant"] | null
      reason?: components["schemas"]["Reason"] | null
      schedule: components["schemas"]["Schedule"]
      hours?: components["schemas"]["Hours"][] | null
      timezone?: string | null
    }
    OwnAgent: {
      id: components["schemas"]["AgentId"]
      ownerId: components["schemas"]["UserId"]
      creatorId: components["schemas"]["UserId"]
      baseAgentId?: components["schemas"]["AgentId"] | null
      name: string
      description: string
      imageUrl?: string | null
      rank: components["schemas"]["Rank"]
      type: components["schemas"]["AgentType"]
      provider: components["schemas"]["Provider"]
      runtime?: components["schemas"]["Provider"] | null
      nationality: string
      language: string
      voiceId: string
      features: components["schemas"]["Features"]
      toolkit: components["schemas"]["SequencedSetTool"]
      specialization?: components["schemas"]["Specialization"] | null
      baseRate: components["schemas"]["Dof"]
      modelConfig?: components["schemas"]["Json"] | null
      configuration: components["schemas"]["Json"]
      marketplaceStatus: components["schemas"]["MarketplaceStatus"]
      /** Format: int64 */
      version: number
      createdAt: components["schemas"]["Instant"]
      updatedAt: components["schemas"]["Instant"]
    }
    Owner: {
      /** Format: int64 */
      agents: number
      /** Format: int64 */
      published: number
      /** Format: int64 */
      hires: number
      activeHours: number
      dofConsumed: components["schemas"]["Dof"]
      dofEarned: components["schemas"]["Dof"]
      since?: components["schemas"]["Instant"] | null
    }
    PackageView: {
      id: string
      amount: string
      currency: string
      dofAmount: components["schemas"]["Dof"]
      sku: string
    }
    Packages: {
      items: components["schemas"]["PackageView"][]
    }
    PageAgentVersion: {
      items: components["schemas"]["AgentVersion"][]
      nextCursor?: string | null
    }
    PageBadge: {
      items: components["schemas"]["Badge"][]
      nextCursor?: string | null
    }
    PageConfigurationSnapshot: {
      items: components["schemas"]["ConfigurationSnapshot"][]
      nextCursor?: string | null
    }
    PageDayOfUse: {
      items: components["schemas"]["DayOfUse"][]
      nextCursor?: string | null
    }
    PageEarnedBadge: {
      items: components["schemas"]["EarnedBadge"][]
      nextCursor?: string | null
    }
    PageKeyView: {
      items: components["schemas"]["KeyView"][]
      nextCursor?: string | null
    }
    PageListingCard: {
      items: components["schemas"]["ListingCard"][]
      nextCursor?: string | null
    }
    PageNotificationView: {
      items: components["schemas"]["NotificationView"][]
      nextCursor?: string | null
    }
    PageProgress: {
      items: components["schemas"]["Progress"][]
      nextCursor?: string | null
    }
    PagePublicAgent: {
      items: components["schemas"]["PublicAgent"][]
      nextCursor?: string | null
    }
    PageSeenAgent: {
      items: components["schemas"]["SeenAgent"][]
      nextCursor?: string | null
    }
    PageSessionView: {
      items: components["schemas"]["SessionView"][]
      nextCursor?: string | null
    }
    PageTransactionView: {
      items: components["schemas"]["TransactionView"][]
      nextCursor?: string | null
    }
    PageUsageView: {
      items: components["schemas"]["UsageView"][]
      nextCursor?: string | null
    }
    PasswordRequest: {
      current: string
      password: string
      /** @description From an earlier sign-in on this device, for clients without cookies */
      deviceToken?: string | null
      /** @description For pages of the store itself: what renews the sign-in is kept in a cookie, and is not in the answer */
      cookie?: boolean | null
    }
    Patch: {
      /** @description At most 100 characters as a person counts them */
      title?: string | null
      /** @description At most 1000 characters as a person counts them */
      description?: string | null
      tags?: string[] | null
      category?: string[] | null
      games?: string[] | null
      pricing?: components["schemas"]["Pricing1"] | null
      availability?: components["schemas"]["Hours1"] | null
      status?: string | null
    }
    Payment: {
      id: components["schemas"]["TransactionId"]
      status: string
      amount: components["schemas"]["Dof"]
    }
    PicturePrice: {
      rank: components["schemas"]["Rank"]
      /** Format: int32 */
      free: number
      dof: components["schemas"]["Dof"]
    }
    Player: {
      /** Format: int64 */
      sessions: number
      /** Format: int64 */
      hires: number
      /** Format: int64 */
      trials: number
      activeHours: number
      dofSpent: components["schemas"]["Dof"]
      since?: components["schemas"]["Instant"] | null
    }
    Player1: {
      externalId: string
      userId: components["schemas"]["UserId"]
      spends: components["schemas"]["Spends"]
      cap?: components["schemas"]["Cap"] | null
    }
    PlayerToken: {
      token: string
      /** Format: int64 */
      expiresIn: number
      expiresAt: components["schemas"]["Instant"]
      player: components["schemas"]["Player1"]
    }
    PlayerTokenRequest: {
      /** @description At most 50 characters as a person counts them */
      displayName?: string | null
      spends?: components["schemas"]["Spends"] | null
      cap?: components["schemas"]["CapRequest"] | null
    }
    PreferencesRequest: {
      language?: string | null
      /** @enum {string|null} */
      theme?: "system" | "light" | "dark" | (string & {})
      notifications?: components["schemas"]["NotificationsRequest"] | null
      favoriteGames?: string[] | null
    }
    PreferencesView: {
      language: string
      theme: string
      notifications: components["schemas"]["Notifications"]
      favoriteGames: string[]
      /** Format: int64 */
      version: number
      updatedAt?: components["schemas"]["Instant"] | null
    }
    PriceList: {
      actions: components["schemas"]["ActionPrice"][]
      pictures: components["schemas"]["PicturePrice"][]
      /** Format: int32 */
      variantPercent: number
      /** Format: int32 */
      leastMinutes: number
      /** Format: int32 */
      trialMinutes: number
      /** Format: int32 */
      sessionsAtOnce: number
      /** Format: int32 */
      longestMinutes: number
    }
    Pricing: {
      baseRate: components["schemas"]["Dof"]
      currency: string
      unit: string
    }
    Pricing1: {
      /** Format: int64 */
      baseRate: number
    }
    ProfileRequest: {
      /** @description At most 50 characters as a person counts them */
      displayName: string
      /** @description At most 50 characters as a person counts them */
      nationality?: string | null
      /** Format: iana-time-zone */
      timezone?: string | null
    }
    ProfileView: {
      id: components["schemas"]["UserId"]
      email?: string | null
      displayName: string
      role: string
      nationality?: string | null
      timezone?: string | null
      /** Format: int64 */
      version: number
      createdAt: components["schemas"]["Instant"]
      updatedAt: components["schemas"]["Instant"]
    }
    Progress: {
      id: components["schemas"]["Achievement"]
      title: string
      description: string
      unit: components["schemas"]["Unit"]
      /** Format: int64 */
      progress: number
      /** Format: int64 */
      target: number
      achieved: boolean
    }
    /** @enum {string} */
    Provider: "gemini" | "google" | "openai" | "builtin" | "webhook" | (string & {})
    ProviderOption: {
      provider: components["schemas"]["Provider"]
      voices: string[]
    }
    PublicAgent: {
      id: components["schemas"]["AgentId"]
      ownerId: components["schemas"]["UserId"]
      creatorId: components["schemas"]["UserId"]
      baseAgentId?: components["schemas"]["AgentId"] | null
      name: string
      description: string
      imageUrl?: string | null
      rank: components["schemas"]["Rank"]
      type: components["schemas"]["AgentType"]
      provider: components["schemas"]["Provider"]
      runtime?: components["schemas"]["Provider"] | null
      nationality: string
      language: string
      voiceId: string
      features: components["schemas"]["Features"]
      toolkit: components["schemas"]["SequencedSetTool"]
      specialization?: components["schemas"]["Specialization"] | null
      baseRate: components["schemas"]["Dof"]
      marketplaceStatus: components["schemas"]["MarketplaceStatus"]
      createdAt: components["schemas"]["Instant"]
      updatedAt: components["schemas"]["Instant"]
    }
    Publish: {
      listing: components["schemas"]["Listing"]
    }
    Published: {
      agentId: components["schemas"]["AgentId"]
      listingId: components["schemas"]["ListingId"]
      marketplaceUrl: string
      status: components["schemas"]["ListingStatus"]
      publishedAt: components["schemas"]["Instant"]
    }
    PurchaseRequest: {
      package: string
      paymentMethod: string
      returnUrl: string
    }
    /** @enum {string} */
    Rank: "Bronze" | "Silver" | "Gold" | "Platinum" | (string & {})
    RankOption: {
      rank: components["schemas"]["Rank"]
      leastRate: components["schemas"]["Dof"]
      mostRate: components["schemas"]["Dof"]
      leastVariantRate: components["schemas"]["Dof"]
      variantCost: components["schemas"]["Dof"]
      configuration: components["schemas"]["Json"]
    }
    Ratings: {
      /** Format: int32 */
      rating: number
      /** Format: int64 */
      people: number
    }
    /** @enum {string} */
    Reason: "not_on_the_market" | "runtime_not_connected" | "outside_its_hours" | (string & {})
    Receipt: {
      sessionId: components["schemas"]["SessionId"]
      receipt: string
      keyId: string
    }
    RefreshRequest: {
      refreshToken?: string | null
      /** @description From an earlier sign-in on this device, for clients without cookies */
      deviceToken?: string | null
    }
    RegisterRequest: {
      /** Format: email */
      email: string
      password: string
      /** @description At most 50 characters as a person counts them */
      displayName: string
      /** @description At most 50 characters as a person counts them */
      nationality?: string | null
      /** Format: iana-time-zone */
      timezone?: string | null
      /** @description From an earlier sign-in on this device, for clients without cookies */
      deviceToken?: string | null
      /** @description For pages of the store itself: what renews the sign-in is kept in a cookie, and is not in the answer */
      cookie?: boolean | null
    }
    Requirement: {
      mode: string
      /** Format: int32 */
      hours: number
    }
    ResetRequest: {
      token: string
      password: string
    }
    Review: {
      sessionId: components["schemas"]["SessionId"]
      listingId: components["schemas"]["ListingId"]
      agentId: components["schemas"]["AgentId"]
      reviewerId: components["schemas"]["UserId"]
      /** Format: int32 */
      rating: number
      title?: string | null
      comment: string
      helpful?: boolean | null
      createdAt: components["schemas"]["Instant"]
    }
    ReviewBody: {
      /** Format: int32 */
      rating: number
      /** @description At most 100 characters as a person counts them */
      title?: string | null
      /** @description At most 2000 characters as a person counts them */
      comment: string
      helpful?: boolean | null
    }
    ReviewPage: {
      items: components["schemas"]["ReviewView"][]
      nextCursor?: string | null
    }
    ReviewView: {
      /** Format: int32 */
      rating: number
      title?: string | null
      comment: string
      helpful?: boolean | null
      author?: components["schemas"]["Author"] | null
      createdAt: components["schemas"]["Instant"]
    }
    /** @enum {string} */
    Schedule: "always" | "scheduled" | (string & {})
    /** @enum {string} */
    ScopeWord:
      | "read:marketplace"
      | "hire"
      | "sessions"
      | "wallet:read"
      | "wallet:write"
      | "agents:read"
      | "agents:write"
      | "profile:read"
      | "notifications"
      | "players"
      | (string & {})
    Seen: {
      id: string
      client?: string | null
      startedAt: components["schemas"]["Instant"]
      lastUsedAt: components["schemas"]["Instant"]
      endsAt: components["schemas"]["Instant"]
      current: boolean
    }
    SeenAgent:
      components["schemas"]["AgentWithStats"] | components["schemas"]["OwnAgent"] | components["schemas"]["PublicAgent"]
    SequencedSetTool: components["schemas"]["Tool"][]
    SessionId: string
    /** @enum {string} */
    SessionStatus: "pending" | "scheduled" | "active" | "paused" | "ended" | "expired" | "failed" | (string & {})
    /** @enum {string} */
    SessionType: "hired" | "owned" | "trial" | (string & {})
    SessionView: {
      id: components["schemas"]["SessionId"]
      agentId: components["schemas"]["AgentId"]
      agent?: components["schemas"]["AgentCard"] | null
      listingId?: components["schemas"]["ListingId"] | null
      userId: components["schemas"]["UserId"]
      ownerId: components["schemas"]["UserId"]
      type: components["schemas"]["SessionType"]
      status: components["schemas"]["SessionStatus"]
      createdAt: components["schemas"]["Instant"]
      startsAt?: components["schemas"]["Instant"] | null
      startedAt?: components["schemas"]["Instant"] | null
      expiresAt: components["schemas"]["Instant"]
      endedAt?: components["schemas"]["Instant"] | null
      endReason?: components["schemas"]["EndReason"] | null
      dof: components["schemas"]["Amounts"]
      settlement?: components["schemas"]["SettlementState"] | null
      provider?: string | null
      runtime?: string | null
      metrics: components["schemas"]["Metrics1"]
      configuration: components["schemas"]["Json"]
    }
    /** @enum {string} */
    SettlementState: "held" | "settled" | (string & {})
    SignInList: {
      items: components["schemas"]["Seen"][]
    }
    Span: {
      days?: string[] | null
      from: string
      to: string
    }
    /** @enum {string} */
    SpecialistType: "Trained" | "Experience" | (string & {})
    Specialization: {
      games: string[]
      focus: string
      specialistType: components["schemas"]["SpecialistType"]
    }
    SpecializationRequest: {
      games: string[]
      /** @description At most 200 characters as a person counts them */
      focus: string
      specialistType: components["schemas"]["SpecialistType"]
    }
    /** @enum {string} */
    Spends: "own" | "studio" | (string & {})
    StartRequest: {
      agentId: string
      type: string
      /** Format: int64 */
      dofAllocation?: number | null
      configuration?: components["schemas"]["FreeJson"] | null
    }
    Stats: {
      /** Format: int64 */
      sessions: number
      activeHours: number
      dofConsumed: components["schemas"]["Dof"]
      dofEarned: components["schemas"]["Dof"]
    }
    Stats1: {
      /** Format: double */
      rating?: number | null
      /** Format: int64 */
      ratingCount?: number
      /** Format: int64 */
      totalHires?: number
      /** Format: double */
      successRate?: number | null
      /** Format: int64 */
      successBase?: number
    }
    Suggestions: {
      items: string[]
    }
    TestFunds: {
      transactionId: components["schemas"]["TransactionId"]
      amount: components["schemas"]["Dof"]
      available: components["schemas"]["Dof"]
      currency: string
    }
    TestFundsRequest: {
      /**
       * Format: int64
       * @example 500000
       */
      amount: number
    }
    To: {
      userId: components["schemas"]["UserId"]
    }
    Tokens: {
      user: components["schemas"]["Account"]
      accessToken: string
      refreshToken?: string | null
      deviceToken?: string | null
      /** Format: int64 */
      expiresIn: number
    }
    /** @enum {string} */
    Tool:
      | "observation"
      | "learn"
      | "specialist_detection"
      | "general_gaming"
      | "voice_instruction"
      | "event_detection"
      | "team_messaging"
      | "turel"
      | (string & {})
    Transaction: {
      id: components["schemas"]["TransactionId"]
      status: string
      dofAmount: components["schemas"]["Dof"]
    }
    TransactionId: string
    /** @enum {string} */
    TransactionStatus: "pending" | "completed" | "failed" | "refunded" | (string & {})
    /** @enum {string} */
    TransactionType:
      | "purchase"
      | "hire"
      | "earning"
      | "refund"
      | "transfer"
      | "variant_creation"
      | "sellback"
      | "grant"
      | (string & {})
    TransactionView: {
      id: components["schemas"]["TransactionId"]
      type: components["schemas"]["TransactionType"]
      status: components["schemas"]["TransactionStatus"]
      amount: components["schemas"]["Dof"]
      direction: string
      currency: string
      entries: components["schemas"]["Entry"][]
      fee?: components["schemas"]["Dof"] | null
      distribution?: components["schemas"]["Distribution"] | null
      money?: components["schemas"]["Money"] | null
      sessionId?: components["schemas"]["SessionId"] | null
      agentId?: components["schemas"]["AgentId"] | null
      counterpartyId?: components["schemas"]["UserId"] | null
      note?: string | null
      createdAt: components["schemas"]["Instant"]
      completedAt?: components["schemas"]["Instant"] | null
    }
    TransferRequest: {
      toUserId: string
      /** Format: int64 */
      amount: number
      /** @description At most 500 characters as a person counts them */
      note?: string | null
    }
    Transferred: {
      transactionId: components["schemas"]["TransactionId"]
      from: components["schemas"]["From"]
      to: components["schemas"]["To"]
      amount: components["schemas"]["Dof"]
      fee: components["schemas"]["Dof"]
      completedAt: components["schemas"]["Instant"]
    }
    /** @enum {string} */
    Unit: "sessions" | "hires" | "hours" | "DOF" | (string & {})
    Unpublished: {
      agentId: components["schemas"]["AgentId"]
      listingId: components["schemas"]["ListingId"]
      status: components["schemas"]["ListingStatus"]
    }
    UploadRequest: {
      /** Format: int64 */
      length: number
      /** @enum {string} */
      contentType: "image/gif" | "image/jpeg" | "image/png" | "image/webp" | (string & {})
    }
    /** @enum {string} */
    UsageAction:
      | "time"
      | "chat"
      | "reasoning"
      | "voice_in"
      | "voice_out"
      | "commentary"
      | "tool"
      | "team_message"
      | "memory"
      | "lesson"
      | "sound"
      | "frame"
      | (string & {})
    UsageView: {
      /** Format: int64 */
      seq?: number | null
      action: components["schemas"]["UsageAction"]
      /** Format: int64 */
      units: number
      dof: components["schemas"]["Dof"]
      at: components["schemas"]["Instant"]
    }
    UserId: string
    VariantCreated: {
      variant: components["schemas"]["OwnAgent"]
      transaction: components["schemas"]["Payment"]
      userBalance: components["schemas"]["Balance"]
    }
    VariantInfo: {
      baseAgentId: components["schemas"]["AgentId"]
      name: string
      rank: components["schemas"]["Rank"]
      provider: components["schemas"]["Provider"]
      cost: components["schemas"]["Dof"]
      parentRate: components["schemas"]["Dof"]
      baseRate: components["schemas"]["Dof"]
      voices: string[]
      customizable: string[]
      inherited: string[]
    }
    VariantPatch: {
      /** @description At most 200 characters as a person counts them */
      name?: string | null
      avatarUrl?: string | null
      voiceId?: string | null
    }
    VariantRequest: {
      baseAgentId: string
      customization: components["schemas"]["Customization"]
    }
    Verdict: {
      valid: boolean
      errors: components["schemas"]["Fault"][]
      warnings: components["schemas"]["Warning"][]
    }
    VerifyRequest: {
      token: string
    }
    WalletView: {
      balance: components["schemas"]["Dof"]
      available: components["schemas"]["Dof"]
      held: components["schemas"]["Dof"]
      earnings: components["schemas"]["Dof"]
      pending: components["schemas"]["Dof"]
      currency: string
    }
    Warning: {
      code: components["schemas"]["WarningCode"]
      field: string
      message: string
    }
    /** @enum {string} */
    WarningCode:
      | "HIGH_SPEED_NEEDS_SILVER"
      | "HIGH_SPEED_MODE_ABOVE_RANK"
      | "FPS_ABOVE_RANK"
      | "ANALYSIS_FASTER_THAN_RANK"
      | "MORE_ANALYSES_THAN_RANK"
      | "MEMORY_SETTING_WITHOUT_MEMORY"
      | "UNKNOWN_KEY"
      | (string & {})
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export interface operations {
  listAchievements: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageProgress"]
        }
      }
    }
  }
  listAgents: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description What is wanted beyond the minimal answer
         * @example [
         *       "details"
         *     ]
         */
        expand?: "details"[]
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
        ownerId?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageSeenAgent"]
        }
      }
    }
  }
  createAgent: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Rook",
         *       "description": "Holds the line and calls the rotations.",
         *       "rank": "Silver",
         *       "type": "Assistant",
         *       "provider": "gemini",
         *       "nationality": "Swedish",
         *       "language": "en-GB",
         *       "voiceId": "us_male_algenib",
         *       "features": {
         *         "hasVoiceChat": true,
         *         "hasCommentator": false,
         *         "hasMemory": false
         *       },
         *       "toolkit": [
         *         "observation",
         *         "event_detection"
         *       ]
         *     }
         */
        "application/json": components["schemas"]["AgentRequest"]
      }
    }
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["OwnAgent"]
        }
      }
    }
  }
  createVariant: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "baseAgentId": "scout-observer-001",
         *       "customization": {
         *         "name": "Ranger",
         *         "voiceId": "us_male_algenib"
         *       }
         *     }
         */
        "application/json": components["schemas"]["VariantRequest"]
      }
    }
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["VariantCreated"]
        }
      }
    }
  }
  getAgentOptions: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["AgentOptions"]
        }
      }
    }
  }
  listSystemAgents: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PagePublicAgent"]
        }
      }
    }
  }
  publishAgent: {
    parameters: {
      query?: never
      header?: never
      path: {
        agentId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "listing": {
         *         "title": "A ranger at your side",
         *         "description": "Watches your back and tells what it sees.",
         *         "category": [
         *           "coaching"
         *         ],
         *         "tags": [
         *           "calm"
         *         ],
         *         "games": [
         *           "Valorant"
         *         ],
         *         "pricing": {
         *           "baseRate": 2100
         *         },
         *         "availability": {
         *           "schedule": "scheduled",
         *           "hours": [
         *             {
         *               "days": [
         *                 "friday",
         *                 "saturday"
         *               ],
         *               "from": "18:00",
         *               "to": "23:00"
         *             }
         *           ],
         *           "timezone": "Europe/Berlin"
         *         }
         *       }
         *     }
         */
        "application/json": components["schemas"]["Publish"]
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Published"]
        }
      }
    }
  }
  unpublishAgent: {
    parameters: {
      query?: never
      header?: never
      path: {
        agentId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Unpublished"]
        }
      }
    }
  }
  getAgent: {
    parameters: {
      query?: {
        /**
         * @description What is wanted beyond the minimal answer
         * @example [
         *       "details"
         *     ]
         */
        expand?: ("details" | "stats")[]
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json":
            | components["schemas"]["PublicAgent"]
            | components["schemas"]["OwnAgent"]
            | components["schemas"]["AgentWithStats"]
        }
      }
    }
  }
  replaceAgent: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Rook",
         *       "description": "Holds the line and calls the rotations.",
         *       "rank": "Silver",
         *       "type": "Assistant",
         *       "provider": "gemini",
         *       "nationality": "Swedish",
         *       "language": "en-GB",
         *       "voiceId": "us_male_algenib",
         *       "features": {
         *         "hasVoiceChat": true,
         *         "hasCommentator": false,
         *         "hasMemory": false
         *       },
         *       "toolkit": [
         *         "observation",
         *         "event_detection"
         *       ]
         *     }
         */
        "application/json": components["schemas"]["AgentRequest"]
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["OwnAgent"]
        }
      }
    }
  }
  deleteAgent: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is gone */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  getAgentConfiguration: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Configured"]
        }
      }
    }
  }
  replaceAgentConfiguration: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "configuration": {
         *         "target_fps": 30
         *       }
         *     }
         */
        "application/json": components["schemas"]["ConfigurationRequest"]
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Configured"]
        }
      }
    }
  }
  validateAgentConfiguration: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "configuration": {
         *         "target_fps": 30
         *       }
         *     }
         */
        "application/json": components["schemas"]["ConfigurationRequest"]
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Verdict"]
        }
      }
    }
  }
  listAgentConfigurations: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageConfigurationSnapshot"]
        }
      }
    }
  }
  getAgentEarnings: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Earnings"]
        }
      }
    }
  }
  setAgentImage: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        "image/png": string
        "image/jpeg": string
        "image/webp": string
        "image/gif": string
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["OwnAgent"]
        }
      }
    }
  }
  inviteAgentImageUpload: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "length": 204800,
         *       "contentType": "image/png"
         *     }
         */
        "application/json": components["schemas"]["UploadRequest"]
      }
    }
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Invited"]
        }
      }
    }
  }
  finishAgentImageUpload: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
        uploadId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["OwnAgent"]
        }
      }
    }
  }
  getAgentMetrics: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Metrics"]
        }
      }
    }
  }
  getVariantInfo: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["VariantInfo"]
        }
      }
    }
  }
  listAgentVersions: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageAgentVersion"]
        }
      }
    }
  }
  getAgentVersion: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
        version: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["AgentVersion"]
        }
      }
    }
  }
  listApiKeys: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageKeyView"]
        }
      }
    }
  }
  createApiKey: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Game server",
         *       "kind": "secret",
         *       "mode": "test",
         *       "scopes": [
         *         "read:marketplace",
         *         "hire",
         *         "sessions",
         *         "players"
         *       ],
         *       "budgets": {
         *         "day": 100000
         *       }
         *     }
         */
        "application/json": components["schemas"]["ApiKeyRequest"]
      }
    }
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["KeyView"]
        }
      }
    }
  }
  deleteApiKey: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Ended */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  changeApiKey: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Game server",
         *       "scopes": [
         *         "read:marketplace",
         *         "hire",
         *         "sessions"
         *       ]
         *     }
         */
        "application/json": components["schemas"]["ApiKeyChange"]
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["KeyView"]
        }
      }
    }
  }
  rotateApiKey: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["KeyView"]
        }
      }
    }
  }
  listApiKeyUsage: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageDayOfUse"]
        }
      }
    }
  }
  login: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "email": "player@demo.jiga.local",
         *       "password": "try-the-store"
         *     }
         */
        "application/json": components["schemas"]["LoginRequest"]
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Tokens"]
        }
      }
    }
  }
  logout: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "refreshToken": "the refreshToken of the last answer"
         *     }
         */
        "application/json": components["schemas"]["LogoutRequest"] | null
      }
    }
    responses: {
      /** @description Signed out, or never signed in */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  forgotPassword: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "email": "ann@example.com"
         *     }
         */
        "application/json": components["schemas"]["ForgotRequest"]
      }
    }
    responses: {
      /** @description If somebody has the address, a letter is on its way */
      202: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  resetPassword: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "token": "what stands behind the # of the letter's link",
         *       "password": "nine slow ferries"
         *     }
         */
        "application/json": components["schemas"]["ResetRequest"]
      }
    }
    responses: {
      /** @description The password is another one: sign in with it */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  refreshTokens: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "refreshToken": "the refreshToken of the last answer"
         *     }
         */
        "application/json": components["schemas"]["RefreshRequest"] | null
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Tokens"]
        }
      }
    }
  }
  register: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "email": "ann@example.com",
         *       "password": "river-lantern-orchard",
         *       "displayName": "Ann",
         *       "nationality": "Brazilian",
         *       "timezone": "America/Sao_Paulo"
         *     }
         */
        "application/json": components["schemas"]["RegisterRequest"]
      }
    }
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Tokens"]
        }
      }
    }
  }
  listSignIns: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["SignInList"]
        }
      }
    }
  }
  endSignIn: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is over */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  issueLiveTicket: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["LiveTicket"]
        }
      }
    }
  }
  getSignedInUser: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Account"]
        }
      }
    }
  }
  verifyEmail: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "token": "what stands behind the # of the letter's link"
         *     }
         */
        "application/json": components["schemas"]["VerifyRequest"]
      }
    }
    responses: {
      /** @description The address is verified */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  resendVerification: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is on its way */
      202: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  listBadges: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageBadge"]
        }
      }
    }
  }
  listEarnedBadges: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageEarnedBadge"]
        }
      }
    }
  }
  streamEvents: {
    parameters: {
      query?: {
        /**
         * @description As `Last-Event-ID`, for browsers, which send that only by themselves
         * @example 1780315200000-00000042
         */
        lastEventId?: string
        /**
         * @description Of `POST /api/v1/auth/ticket`, instead of a token
         * @example q2xvc2VkIGJ5IHVzZSwgb25jZQ
         */
        ticket?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The events, until one side closes */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example id: 1780315200000-00000042
           *     event: session.ended
           *     data: {"id":"..."}
           */
          "text/event-stream": string
        }
      }
    }
  }
  listFavourites: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageListingCard"]
        }
      }
    }
  }
  markFavourite: {
    parameters: {
      query?: never
      header?: never
      path: {
        listingId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Marked, now or before */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  forgetFavourite: {
    parameters: {
      query?: never
      header?: never
      path: {
        listingId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Not marked, now or before */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  listMails: {
    parameters: {
      query?: {
        /**
         * @description One address; all, when left out
         * @example ann@example.com
         */
        address?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["MailList"]
        }
      }
    }
  }
  browseListings: {
    parameters: {
      query?: {
        /**
         * @example [
         *       "coaching"
         *     ]
         */
        category?: string[]
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @example [
         *       "Valorant"
         *     ]
         */
        game?: string[]
        hasCommentator?: boolean
        hasVoiceChat?: boolean
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
        /**
         * @description DOF per hour
         * @example 50000
         */
        maxPrice?: number
        /**
         * @description DOF per hour
         * @example 0
         */
        minPrice?: number
        minRating?: number
        /**
         * @example [
         *       "American"
         *     ]
         */
        nationality?: string[]
        /** @description Counts from 1; not together with a cursor, which goes further */
        page?: number
        /**
         * @example [
         *       "gemini"
         *     ]
         */
        provider?: components["schemas"]["Provider"][]
        /**
         * @description Text: typos are forgiven, the last word may be unfinished; when no listing has all words, the rarest decide, and the answer is relaxed
         * @example coach
         */
        q?: string
        /**
         * @example [
         *       "Bronze"
         *     ]
         */
        rank?: components["schemas"]["Rank"][]
        sortBy?: "relevance" | "popular" | "rating" | "price_asc" | "price_desc" | "newest"
        /**
         * @example [
         *       "Call of Duty"
         *     ]
         */
        specialization?: string[]
        /**
         * @example [
         *       "voice"
         *     ]
         */
        tag?: string[]
        /**
         * @example [
         *       "Assistant"
         *     ]
         */
        type?: components["schemas"]["AgentType"][]
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Found"]
        }
      }
    }
  }
  listCategories: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Categories"]
        }
      }
    }
  }
  listFeatured: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Cards"]
        }
      }
    }
  }
  searchListings: {
    parameters: {
      query?: {
        /**
         * @example [
         *       "coaching"
         *     ]
         */
        category?: string[]
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @example [
         *       "Valorant"
         *     ]
         */
        game?: string[]
        hasCommentator?: boolean
        hasVoiceChat?: boolean
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
        /**
         * @description DOF per hour
         * @example 50000
         */
        maxPrice?: number
        /**
         * @description DOF per hour
         * @example 0
         */
        minPrice?: number
        minRating?: number
        /**
         * @example [
         *       "American"
         *     ]
         */
        nationality?: string[]
        /** @description Counts from 1; not together with a cursor, which goes further */
        page?: number
        /**
         * @example [
         *       "gemini"
         *     ]
         */
        provider?: components["schemas"]["Provider"][]
        /**
         * @description Text: typos are forgiven, the last word may be unfinished; when no listing has all words, the rarest decide, and the answer is relaxed
         * @example coach
         */
        q?: string
        /**
         * @example [
         *       "Bronze"
         *     ]
         */
        rank?: components["schemas"]["Rank"][]
        sortBy?: "relevance" | "popular" | "rating" | "price_asc" | "price_desc" | "newest"
        /**
         * @example [
         *       "Call of Duty"
         *     ]
         */
        specialization?: string[]
        /**
         * @example [
         *       "voice"
         *     ]
         */
        tag?: string[]
        /**
         * @example [
         *       "Assistant"
         *     ]
         */
        type?: components["schemas"]["AgentType"][]
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Found"]
        }
      }
    }
  }
  searchSpecialists: {
    parameters: {
      query?: {
        /**
         * @example [
         *       "coaching"
         *     ]
         */
        category?: string[]
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @example [
         *       "Valorant"
         *     ]
         */
        game?: string[]
        hasCommentator?: boolean
        hasVoiceChat?: boolean
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
        /**
         * @description DOF per hour
         * @example 50000
         */
        maxPrice?: number
        /**
         * @description DOF per hour
         * @example 0
         */
        minPrice?: number
        minRating?: number
        /**
         * @example [
         *       "American"
         *     ]
         */
        nationality?: string[]
        /** @description Counts from 1; not together with a cursor, which goes further */
        page?: number
        /**
         * @example [
         *       "gemini"
         *     ]
         */
        provider?: components["schemas"]["Provider"][]
        /**
         * @description Text: typos are forgiven, the last word may be unfinished; when no listing has all words, the rarest decide, and the answer is relaxed
         * @example coach
         */
        q?: string
        /**
         * @example [
         *       "Bronze"
         *     ]
         */
        rank?: components["schemas"]["Rank"][]
        sortBy?: "relevance" | "popular" | "rating" | "price_asc" | "price_desc" | "newest"
        /**
         * @example [
         *       "Call of Duty"
         *     ]
         */
        specialization?: string[]
        /**
         * @example [
         *       "voice"
         *     ]
         */
        tag?: string[]
        /**
         * @example [
         *       "Assistant"
         *     ]
         */
        type?: components["schemas"]["AgentType"][]
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Found"]
        }
      }
    }
  }
  suggestNames: {
    parameters: {
      query?: {
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
        q?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Suggestions"]
        }
      }
    }
  }
  getListing: {
    parameters: {
      query?: {
        /**
         * @description What is wanted beyond the minimal answer
         * @example [
         *       "details"
         *     ]
         */
        expand?: ("details" | "stats" | "reviews")[]
      }
      header?: never
      path: {
        listingId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["ListingPage"]
        }
      }
    }
  }
  editListing: {
    parameters: {
      query?: never
      header?: never
      path: {
        listingId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "A ranger at your side",
         *       "tags": [
         *         "calm",
         *         "night"
         *       ],
         *       "status": "active"
         *     }
         */
        "application/json": components["schemas"]["Patch"]
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["ListingPage"]
        }
      }
    }
  }
  hireAgent: {
    parameters: {
      query?: never
      header?: never
      path: {
        listingId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "dofAllocation": 50000,
         *       "message": "Meet me in the lobby."
         *     }
         */
        "application/json": components["schemas"]["HireBody"]
      }
    }
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Hired"]
        }
      }
    }
  }
  listReviews: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
      }
      header?: never
      path: {
        listingId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["ReviewPage"]
        }
      }
    }
  }
  listNotifications: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
        unread?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageNotificationView"]
        }
      }
    }
  }
  readNotification: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["NotificationView"]
        }
      }
    }
  }
  claimPlayer: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "email": "kim@example.org",
         *       "password": "four unrelated copper kettles"
         *     }
         */
        "application/json": components["schemas"]["ClaimRequest"]
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Tokens"]
        }
      }
    }
  }
  issuePlayerToken: {
    parameters: {
      query?: never
      header?: never
      path: {
        externalId: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "displayName": "Kim",
         *       "spends": "own"
         *     }
         */
        "application/json": components["schemas"]["PlayerTokenRequest"] | null
      }
    }
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PlayerToken"]
        }
      }
    }
  }
  getProfile: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["ProfileView"]
        }
      }
    }
  }
  replaceProfile: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "displayName": "Ann",
         *       "nationality": "Brazilian",
         *       "timezone": "America/Sao_Paulo"
         *     }
         */
        "application/json": components["schemas"]["ProfileRequest"]
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["ProfileView"]
        }
      }
    }
  }
  changePassword: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "current": "the password until now",
         *       "password": "nine slow ferries"
         *     }
         */
        "application/json": components["schemas"]["PasswordRequest"]
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Tokens"]
        }
      }
    }
  }
  getPreferences: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PreferencesView"]
        }
      }
    }
  }
  replacePreferences: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "language": "pt-BR",
         *       "theme": "dark",
         *       "notifications": {
         *         "email": false,
         *         "push": true
         *       },
         *       "favoriteGames": [
         *         "Valorant"
         *       ]
         *     }
         */
        "application/json": components["schemas"]["PreferencesRequest"]
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PreferencesView"]
        }
      }
    }
  }
  getProfileStats: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Figures"]
        }
      }
    }
  }
  getWallet: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["WalletView"]
        }
      }
    }
  }
  fillTestWallet: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "amount": 500000
         *     }
         */
        "application/json": components["schemas"]["TestFundsRequest"]
      }
    }
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["TestFunds"]
        }
      }
    }
  }
  listSessions: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
        status?: components["schemas"]["SessionStatus"]
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageSessionView"]
        }
      }
    }
  }
  startSession: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "agentId": "scout-observer-001",
         *       "type": "trial"
         *     }
         */
        "application/json": components["schemas"]["StartRequest"]
      }
    }
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Hired"]
        }
      }
    }
  }
  getPrices: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PriceList"]
        }
      }
    }
  }
  getSession: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["SessionView"]
        }
      }
    }
  }
  configureSession: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "configuration": {
         *         "target_fps": 30
         *       }
         *     }
         */
        "application/json": components["schemas"]["ConfigureRequest"]
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["SessionView"]
        }
      }
    }
  }
  endSession: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Ended"]
        }
      }
    }
  }
  openConnection: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Connection"]
        }
      }
    }
  }
  getReceipt: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Receipt"]
        }
      }
    }
  }
  listUsage: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageUsageView"]
        }
      }
    }
  }
  getReview: {
    parameters: {
      query?: never
      header?: never
      path: {
        sessionId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Review"]
        }
      }
    }
  }
  reviewSession: {
    parameters: {
      query?: never
      header?: never
      path: {
        sessionId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "rating": 5,
         *       "title": "Calm and exact",
         *       "comment": "Called every rotation before it was needed.",
         *       "helpful": true
         *     }
         */
        "application/json": components["schemas"]["ReviewBody"]
      }
    }
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Review"]
        }
      }
    }
  }
  listTransactions: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
        status?: components["schemas"]["TransactionStatus"]
        type?: components["schemas"]["TransactionType"]
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageTransactionView"]
        }
      }
    }
  }
  getFees: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Fees"]
        }
      }
    }
  }
  listPackages: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Packages"]
        }
      }
    }
  }
  purchaseDof: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "package": "silver",
         *       "paymentMethod": "sandbox",
         *       "returnUrl": "http://localhost/bought"
         *     }
         */
        "application/json": components["schemas"]["PurchaseRequest"]
      }
    }
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Checkout"]
        }
      }
    }
  }
  transferDof: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "toUserId": "01987a5e-3c00-7000-8000-000000000003",
         *       "amount": 1000,
         *       "note": "For the match yesterday"
         *     }
         */
        "application/json": components["schemas"]["TransferRequest"]
      }
    }
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["Transferred"]
        }
      }
    }
  }
  getTransaction: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["TransactionView"]
        }
      }
    }
  }
  listVariantsOfUser: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, with the same other parameters: it is sealed, and every other text is refused */
        cursor?: string
        /**
         * @description What is wanted beyond the minimal answer
         * @example [
         *       "details"
         *     ]
         */
        expand?: "details"[]
        /**
         * @description How many items a page has at most
         * @example 20
         */
        limit?: number
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["PageSeenAgent"]
        }
      }
    }
  }
  customizeVariant: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Night Ranger",
         *       "voiceId": "us_male_algenib"
         *     }
         */
        "application/json": components["schemas"]["VariantPatch"]
        /**
         * @example {
         *       "name": "Night Ranger",
         *       "voiceId": "us_male_algenib"
         *     }
         */
        "application/merge-patch+json": components["schemas"]["VariantPatch"]
      }
    }
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          "application/json": components["schemas"]["OwnAgent"]
        }
      }
    }
  }
}
