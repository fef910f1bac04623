import type { Refused } from '../../../client/Refused.ts'
import type { DraftStage } from '../draft/Draft.ts'
import { nextTry } from './nextTry.ts'

type Waiting = Extract<DraftStage, { kind: 'waiting' }>

/** Outcome of a failed send: the draft's next stage. */
interface Aftermath {
  readonly stage: DraftStage
  readonly isSignedOut: boolean
  readonly forgetsPhotos: boolean
}

/** Temporary refusals: too many at once, busy, restarting. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504])

/**
 * Decides what follows a failed send. No answer or a busy server: wait and retry. No session: wait for
 * the sign-in. Photos that the server has discarded meanwhile: send them once more. Any other refusal:
 * the inspector corrects the draft. `wasUnsure` says whether an earlier try may have arrived; a clear
 * refusal settles that too, since what has arrived is answered again under its key.
 */
export function afterRefusal(
  stage: Waiting,
  wasUnsure: boolean,
  refused: Refused,
  now: number,
  dice: number,
): Aftermath {
  const { status, code, message } = refused
  if (status === 401 || code === 'passwordMustChange') {
    return {
      stage: { ...stage, perhapsSent: wasUnsure, trouble: '登录已过期，请重新登录后发送。' },
      isSignedOut: true,
      forgetsPhotos: false,
    }
  }
  if (status === 0 || PASSING.has(status)) {
    const tries = stage.tries + 1
    return {
      stage: { ...stage, tries, nextAt: now + nextTry(tries, dice), trouble: message },
      isSignedOut: false,
      forgetsPhotos: false,
    }
  }
  if (code === 'sheetPhotosMissing' && stage.tries < 3) {
    return {
      stage: { ...stage, perhapsSent: wasUnsure, tries: stage.tries + 1, nextAt: now },
      isSignedOut: false,
      forgetsPhotos: true,
    }
  }
  return { stage: { kind: 'refused', code, message }, isSignedOut: false, forgetsPhotos: false }
}
