import { accountsEventSentences } from './accountsEvents.ts'
import { auditEventSentences } from './auditEvents.ts'
import { consequencesEventSentences } from './consequencesEvents.ts'
import { intakeEventSentences } from './intakeEvents.ts'
import { platformEventSentences } from './platformEvents.ts'
import { resultsEventSentences } from './resultsEvents.ts'
import { rosterEventSentences } from './rosterEvents.ts'
import { filesEventSentences } from './filesEvents.ts'
import { ledgerEventSentences } from './ledgerEvents.ts'
import { drawEventSentences } from './drawEvents.ts'
import { roundsEventSentences } from './roundsEvents.ts'
import { sheetsEventSentences } from './sheetsEvents.ts'
import { routineEventSentences } from './routineEvents.ts'
import { knowledgeEventSentences } from './knowledgeEvents.ts'
import { yearEventSentences } from './yearEvents.ts'
import { schemeEventSentences } from './schemeEvents.ts'
import type { TrailKind, TrailValues } from './trailEvents.ts'

/** 各留痕事件的中文句子; a kind without one does not compile. */
export const trailSentences: { readonly [K in TrailKind]: (values: TrailValues[K]) => string } = {
  ...platformEventSentences,
  ...yearEventSentences,
  ...resultsEventSentences,
  ...consequencesEventSentences,
  ...accountsEventSentences,
  ...auditEventSentences,
  ...schemeEventSentences,
  ...rosterEventSentences,
  ...intakeEventSentences,
  ...knowledgeEventSentences,
  ...routineEventSentences,
  ...sheetsEventSentences,
  ...roundsEventSentences,
  ...drawEventSentences,
  ...ledgerEventSentences,
  ...filesEventSentences,
}

/** 留痕的中文句子: what was done, without who and when. A kind of a newer version is told by its name. */
export function tellTrail(kind: string, values: unknown): string {
  const say = Object.hasOwn(trailSentences, kind)
    ? (trailSentences[kind as TrailKind] as (values: unknown) => string)
    : undefined
  return say === undefined ? `（本版本不认识的事项：${kind}）` : say(values)
}
