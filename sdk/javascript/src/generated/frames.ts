// Generated from docs/api/asyncapi.yaml by npm run generate: change that, not this.
/**
 * The client's number of the frame.
 *
 */
export type Seq = number
/**
 * Whole DOF.
 *
 */
export type Dof = number
/**
 * ISO 8601 in UTC.
 *
 */
export type Timestamp = string
export type Provider = "gemini" | "google" | "openai" | "builtin" | "webhook" | (string & {})

export interface TextInputFrame {
  type: "text_input"
  seq: Seq
  timestamp?: string
  data: {
    /**
     * At most 4,000 characters as a person sees them, with at least one that can be seen.
     */
    text: string
  }
}
export interface VoiceInputFrame {
  type: "voice_input"
  seq: Seq
  timestamp?: string
  data: {
    /**
     * A wav (8,000 to 48,000 samples a second, one or two channels of at most 32 bits), or Opus in ogg or webm, of at most 60 seconds.
     */
    audio: string
    /**
     * What was said, as a recognizer of the client made it out; at most 4,000 characters. Without it, an agent that cannot recognize speech says that it did not understand, which is free.
     */
    transcript?: string
    /**
     * Not gone by; the file itself says what it is.
     */
    format?: {
      [k: string]: unknown
    }
    /**
     * Not gone by; the file itself says how long it is.
     */
    duration?: {
      [k: string]: unknown
    }
  }
}
export interface GameEventFrame {
  type: "game_event"
  seq: Seq
  timestamp?: string
  /**
   * The event's own members stand beside its kind. Nested 32 levels at most.
   */
  data: {
    kind: string
    [k: string]: unknown
  }
}
export interface FrameFrame {
  type: "frame"
  seq: Seq
  timestamp?: string
  data: {
    /**
     * A PNG, JPEG or WebP of at most 1 MiB and 16,384 pixels a side.
     */
    image: string
  }
}
export interface ConfigUpdateFrame {
  type: "config_update"
  timestamp?: string
  /**
   * The limits are those of an agent's own configuration, and 16,384 characters in all.
   */
  data: {
    target_fps?: number
    analysis_interval?: number
    max_concurrent_analyses?: number
    high_speed_mode?: "quality_focused" | "balanced" | "ultra_fast" | (string & {})
  }
}
export interface PauseFrame {
  type: "pause"
}
export interface ResumeFrame {
  type: "resume"
}
export interface EndSessionFrame {
  type: "end_session"
}
export interface PingFrame {
  type: "ping"
}
export interface SessionStartedFrame {
  type: "session_started"
  timestamp: Timestamp
  data: {
    sessionId: string
    /**
     * Paused where the player had paused it.
     */
    status: "active" | "paused" | (string & {})
    provider?: Provider
    runtime?: Provider
    dof: {
      allocated: Dof
      consumed: Dof
      remaining: Dof
      rate: Dof
    }
    /**
     * The last seq that was accepted; 0 before the first.
     */
    resumedFromSeq: number
    expiresAt: Timestamp
    limits: {
      /**
       * Of one message, its fragments together.
       */
      messageBytes: number
      /**
       * Of a picture, before base64.
       */
      imageBytes: number
      voiceSeconds: number
      textCharacters: number
      /**
       * How deep JSON may be nested.
       */
      levels: number
      imageFormats: "png" | "jpeg" | "webp" | (string & {})[]
      voiceFormats: "wav" | "ogg" | "webm" | (string & {})[]
    }
  }
}
export interface AgentResponseFrame {
  type: "agent_response"
  seq: Seq
  timestamp: Timestamp
  data: {
    /**
     * Of a piece of the answer, which is not done: an answer that is begun anew begins with 1 again.
     */
    part?: number
    text: string
    /**
     * Absent for the answer itself.
     */
    kind?: "commentary" | "team_message" | "memory" | "lesson" | (string & {})
    /**
     * Of a lesson.
     */
    title?: string
    /**
     * Of a lesson.
     */
    level?: "basic" | "strategic" | "mastery" | (string & {})
    /**
     * How to say it, such as calm.
     */
    emotion?: string
    done: boolean
    dofConsumed?: Dof
    replayed?: true
  }
}
export interface EventDetectedFrame {
  type: "event_detected"
  seq: Seq
  timestamp: Timestamp
  data: {
    /**
     * sound, tool, or what happened in the game, in lower snake case.
     */
    kind: string
    text: string
    /**
     * Of a sound; unknown if the game did not say.
     */
    direction?: string
    /**
     * Of the toolkit.
     */
    tool?: string
    done: false
    replayed?: true
  }
}
export interface WarningFrame {
  type: "warning"
  seq?: Seq
  timestamp: Timestamp
  data: {
    /**
     * Stable; LOW_BALANCE_20 and LOW_BALANCE_5 are the store's.
     */
    code: string
    text: string
    remaining?: Dof
    done?: false
    replayed?: true
  }
}
export interface AckFrame {
  type: "ack"
  seq: Seq
  timestamp: Timestamp
  data: {
    done: true
    dofConsumed: Dof
    replayed?: true
    /**
     * There was an answer, which is no longer kept.
     */
    forgotten?: true
  }
}
export interface ErrorFrame {
  type: "error"
  /**
   * As the client wrote it.
   */
  seq?: number
  timestamp: Timestamp
  data: {
    /**
     * The codes of the API's problems.
     */
    code: string
    /**
     * What is wrong, and what to do next.
     */
    message: string
    accepted?: boolean
    done?: true
    dofConsumed?: number
    replayed?: true
    /**
     * With SEQ_OUT_OF_ORDER: the next seq.
     */
    expected?: number
    required?: Dof
    remaining?: Dof
    /**
     * Those that are read.
     */
    formats?: string[]
    /**
     * With configurations, what is wrong with each key.
     */
    errors?: {
      field: string
      message: string
    }[]
    [k: string]: unknown
  }
}
export interface DofUpdateFrame {
  type: "dof_update"
  timestamp: Timestamp
  data: {
    consumed: Dof
    remaining: Dof
    rate: Dof
    paused: boolean
    /**
     * Seconds until the allocation is used up by time alone; absent while the clock stands.
     */
    estimatedTimeRemaining?: number
  }
}
export interface SessionEndedFrame {
  type: "session_ended"
  timestamp: Timestamp
  data: {
    reason:
      | "ended_by_player"
      | "ended_by_operator"
      | "allocation_exhausted"
      | "away_too_long"
      | "trial_over"
      | "time_limit"
      | "never_connected"
      | (string & {})
    consumed: Dof
    released: Dof
  }
}
export interface PongFrame {
  type: "pong"
  timestamp: Timestamp
  data: {}
}

export type ClientFrame =
  | TextInputFrame
  | VoiceInputFrame
  | GameEventFrame
  | FrameFrame
  | ConfigUpdateFrame
  | PauseFrame
  | ResumeFrame
  | EndSessionFrame
  | PingFrame
export type ServerFrame =
  | SessionStartedFrame
  | AgentResponseFrame
  | EventDetectedFrame
  | WarningFrame
  | AckFrame
  | ErrorFrame
  | DofUpdateFrame
  | SessionEndedFrame
  | PongFrame
