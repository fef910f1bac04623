import { accountsEventSentences } from '../accounts/accountsEvents.ts'
import { auditEventSentences } from '../audit/auditEvents.ts'
import { consequencesEventSentences } from '../consequences/consequencesEvents.ts'
import { intakeEventSentences } from '../intake/intakeEvents.ts'
import { platformEventSentences } from '../platform/platformEvents.ts'
import { resultsEventSentences } from '../results/resultsEvents.ts'
import { rosterEventSentences } from '../roster/rosterEvents.ts'
import { filesEventSentences } from '../files/filesEvents.ts'
import { ledgerEventSentences } from '../ledger/ledgerEvents.ts'
import { drawEventSentences } from '../draw/drawEvents.ts'
import { roundsEventSentences } from '../rounds/roundsEvents.ts'
import { sheetsEventSentences } from '../sheets/sheetsEvents.ts'
import { routineEventSentences } from '../routine/routineEvents.ts'
import { knowledgeEventSentences } from '../knowledge/knowledgeEvents.ts'
import { yearEventSentences } from '../year/yearEvents.ts'
import { schemeEventSentences } from '../scheme/schemeEvents.ts'
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
export function describeTrail(kind: string, values: unknown): string {
  const say = Object.hasOwn(trailSentences, kind)
    ? (trailSentences[kind as TrailKind] as (values: unknown) => string)
    : undefined
  return say === undefined ? `（本版本不认识的事项：${kind}）` : say(values)
}
