import type { accountsEvents } from '../accounts/accountsEvents.ts'
import type { auditEvents } from '../audit/auditEvents.ts'
import type { ballotEvents } from '../meetings/ballotEvents.ts'
import type { caseFileEvents } from '../caseFile/caseFileEvents.ts'
import type { consequencesEvents } from '../consequences/consequencesEvents.ts'
import type { intakeEvents } from '../intake/intakeEvents.ts'
import type { platformEvents } from '../platform/platformEvents.ts'
import type { resultsEvents } from '../results/resultsEvents.ts'
import type { rosterEvents } from '../roster/rosterEvents.ts'
import type { schemeEvents } from '../scheme/schemeEvents.ts'
import type { filesEvents } from '../files/filesEvents.ts'
import type { ledgerEvents } from '../ledger/ledgerEvents.ts'
import type { documentsEvents } from '../documents/documentsEvents.ts'
import type { publishEvents } from '../publish/publishEvents.ts'
import type { drawEvents } from '../draw/drawEvents.ts'
import type { roundsEvents } from '../rounds/roundsEvents.ts'
import type { sheetsEvents } from '../sheets/sheetsEvents.ts'
import type { leadDutyEvents } from '../leadDuty/leadDutyEvents.ts'
import type { rectifyEvents } from '../rectify/rectifyEvents.ts'
import type { reportsEvents } from '../reports/reportsEvents.ts'
import type { routineEvents } from '../routine/routineEvents.ts'
import type { knowledgeEvents } from '../knowledge/knowledgeEvents.ts'
import type { meetingsEvents } from '../meetings/meetingsEvents.ts'
import type { paperEvents } from '../meetings/paperEvents.ts'
import type { surveyEvents } from '../survey/surveyEvents.ts'
import type { yearEvents } from '../year/yearEvents.ts'
import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Values of trail events by kind, a closed list; each room has its own file. */
export interface TrailValues
  extends
    ValuesOf<typeof platformEvents>,
    ValuesOf<typeof accountsEvents>,
    ValuesOf<typeof ballotEvents>,
    ValuesOf<typeof auditEvents>,
    ValuesOf<typeof schemeEvents>,
    ValuesOf<typeof yearEvents>,
    ValuesOf<typeof resultsEvents>,
    ValuesOf<typeof consequencesEvents>,
    ValuesOf<typeof caseFileEvents>,
    ValuesOf<typeof rosterEvents>,
    ValuesOf<typeof filesEvents>,
    ValuesOf<typeof ledgerEvents>,
    ValuesOf<typeof drawEvents>,
    ValuesOf<typeof roundsEvents>,
    ValuesOf<typeof sheetsEvents>,
    ValuesOf<typeof leadDutyEvents>,
    ValuesOf<typeof rectifyEvents>,
    ValuesOf<typeof reportsEvents>,
    ValuesOf<typeof documentsEvents>,
    ValuesOf<typeof publishEvents>,
    ValuesOf<typeof routineEvents>,
    ValuesOf<typeof knowledgeEvents>,
    ValuesOf<typeof meetingsEvents>,
    ValuesOf<typeof paperEvents>,
    ValuesOf<typeof surveyEvents>,
    ValuesOf<typeof intakeEvents> {}

/** Kind of a trail event. */
export type TrailKind = keyof TrailValues

/** A trail event: what a change did, with its year and unit if any. Values hold no personal data beyond names and posts. */
export type TrailEvent = {
  readonly [K in TrailKind]: {
    readonly kind: K
    readonly values: TrailValues[K]
    readonly year?: number
    readonly unit?: string
  }
}[TrailKind]
