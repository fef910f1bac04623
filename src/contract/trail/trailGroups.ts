import { accountsEvents } from '../accounts/accountsEvents.ts'
import { auditEvents } from '../audit/auditEvents.ts'
import { ballotEvents } from '../meetings/ballotEvents.ts'
import { caseFileEvents } from '../caseFile/caseFileEvents.ts'
import { consequencesEvents } from '../consequences/consequencesEvents.ts'
import { documentsEvents } from '../documents/documentsEvents.ts'
import { publishEvents } from '../publish/publishEvents.ts'
import { drawEvents } from '../draw/drawEvents.ts'
import { filesEvents } from '../files/filesEvents.ts'
import { intakeEvents } from '../intake/intakeEvents.ts'
import { ledgerEvents } from '../ledger/ledgerEvents.ts'
import { meetingsEvents } from '../meetings/meetingsEvents.ts'
import { paperEvents } from '../meetings/paperEvents.ts'
import { platformEvents } from '../platform/platformEvents.ts'
import { resultsEvents } from '../results/resultsEvents.ts'
import { rosterEvents } from '../roster/rosterEvents.ts'
import { leadDutyEvents } from '../leadDuty/leadDutyEvents.ts'
import { rectifyEvents } from '../rectify/rectifyEvents.ts'
import { reportsEvents } from '../reports/reportsEvents.ts'
import { routineEvents } from '../routine/routineEvents.ts'
import { schemeEvents } from '../scheme/schemeEvents.ts'
import { roundsEvents } from '../rounds/roundsEvents.ts'
import { surveyEvents } from '../survey/surveyEvents.ts'
import { sheetsEvents } from '../sheets/sheetsEvents.ts'
import { yearEvents } from '../year/yearEvents.ts'

/** Groups of trail events, one per room. */
export const trailGroups = {
  accounts: { name: '账号与登录', kinds: Object.keys(accountsEvents) },
  scheme: { name: '方案与口径', kinds: Object.keys(schemeEvents) },
  roster: { name: '名册', kinds: Object.keys(rosterEvents) },
  intake: { name: '导入', kinds: Object.keys(intakeEvents) },
  year: { name: '年度与阶段', kinds: Object.keys(yearEvents) },
  results: { name: '事实与结果', kinds: Object.keys({ ...resultsEvents, ...caseFileEvents }) },
  consequences: { name: '结果运用', kinds: Object.keys(consequencesEvents) },
  documents: { name: '公文', kinds: Object.keys(documentsEvents) },
  publish: { name: '公示', kinds: Object.keys(publishEvents) },
  ledger: { name: '台账', kinds: Object.keys(ledgerEvents) },
  rounds: { name: '核查安排', kinds: Object.keys(roundsEvents) },
  sheets: { name: '核查表与答复', kinds: Object.keys(sheetsEvents) },
  routine: { name: '日常管理', kinds: Object.keys(routineEvents) },
  leadDuty: { name: '牵头职责异议', kinds: Object.keys(leadDutyEvents) },
  rectify: { name: '反馈与整改', kinds: Object.keys(rectifyEvents) },
  reports: { name: '述职报告', kinds: Object.keys(reportsEvents) },
  draw: { name: '抽签', kinds: Object.keys(drawEvents) },
  ballots: { name: '测评投票', kinds: Object.keys(ballotEvents) },
  meetings: { name: '述职测评会议', kinds: Object.keys(meetingsEvents) },
  paper: { name: '纸质测评票', kinds: Object.keys(paperEvents) },
  surveys: { name: '民意调查', kinds: Object.keys(surveyEvents) },
  files: { name: '附件', kinds: Object.keys(filesEvents) },
  audit: { name: '留痕本身', kinds: Object.keys(auditEvents) },
  platform: { name: '系统', kinds: Object.keys(platformEvents) },
} as const

/** Code of a trail group. */
export type TrailGroup = keyof typeof trailGroups

/** Returns the group name of a kind; unknown for a kind from a newer version. */
export function groupNameOf(kind: string): string {
  return Object.values(trailGroups).find(group => group.kinds.includes(kind))?.name ?? '其他'
}
