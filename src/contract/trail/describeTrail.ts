import { accountsEvents } from '../accounts/accountsEvents.ts'
import { auditEvents } from '../audit/auditEvents.ts'
import { ballotEvents } from '../meetings/ballotEvents.ts'
import { caseFileEvents } from '../caseFile/caseFileEvents.ts'
import { consequencesEvents } from '../consequences/consequencesEvents.ts'
import { intakeEvents } from '../intake/intakeEvents.ts'
import { platformEvents } from '../platform/platformEvents.ts'
import { resultsEvents } from '../results/resultsEvents.ts'
import { rosterEvents } from '../roster/rosterEvents.ts'
import { filesEvents } from '../files/filesEvents.ts'
import { ledgerEvents } from '../ledger/ledgerEvents.ts'
import { documentsEvents } from '../documents/documentsEvents.ts'
import { publishEvents } from '../publish/publishEvents.ts'
import { drawEvents } from '../draw/drawEvents.ts'
import { roundsEvents } from '../rounds/roundsEvents.ts'
import { sheetsEvents } from '../sheets/sheetsEvents.ts'
import { leadDutyEvents } from '../leadDuty/leadDutyEvents.ts'
import { rectifyEvents } from '../rectify/rectifyEvents.ts'
import { reportsEvents } from '../reports/reportsEvents.ts'
import { routineEvents } from '../routine/routineEvents.ts'
import { knowledgeEvents } from '../knowledge/knowledgeEvents.ts'
import { meetingsEvents } from '../meetings/meetingsEvents.ts'
import { paperEvents } from '../meetings/paperEvents.ts'
import { surveyEvents } from '../survey/surveyEvents.ts'
import { yearEvents } from '../year/yearEvents.ts'
import { schemeEvents } from '../scheme/schemeEvents.ts'
import type { TrailKind, TrailValues } from './trailEvents.ts'

/** Chinese sentences for all trail events; a kind without one does not compile. */
const trailSentences: { readonly [K in TrailKind]: (values: TrailValues[K]) => string } = {
  ...platformEvents,
  ...yearEvents,
  ...resultsEvents,
  ...consequencesEvents,
  ...caseFileEvents,
  ...accountsEvents,
  ...auditEvents,
  ...schemeEvents,
  ...rosterEvents,
  ...intakeEvents,
  ...knowledgeEvents,
  ...meetingsEvents,
  ...paperEvents,
  ...leadDutyEvents,
  ...rectifyEvents,
  ...reportsEvents,
  ...documentsEvents,
  ...publishEvents,
  ...routineEvents,
  ...sheetsEvents,
  ...roundsEvents,
  ...drawEvents,
  ...ledgerEvents,
  ...filesEvents,
  ...ballotEvents,
  ...surveyEvents,
}

/** Returns the Chinese sentence of a trail event: what was done, without who and when. A kind from a newer version is shown by its name. */
export function describeTrail(kind: string, values: unknown): string {
  const say = Object.hasOwn(trailSentences, kind)
    ? (trailSentences[kind as TrailKind] as (values: unknown) => string)
    : undefined
  return say === undefined ? `（本版本不认识的事项：${kind}）` : say(values)
}
