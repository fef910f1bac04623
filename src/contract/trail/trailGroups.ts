import { accountsEventSentences } from '../accounts/accountsEvents.ts'
import { auditEventSentences } from '../audit/auditEvents.ts'
import { consequencesEventSentences } from '../consequences/consequencesEvents.ts'
import { drawEventSentences } from '../draw/drawEvents.ts'
import { filesEventSentences } from '../files/filesEvents.ts'
import { intakeEventSentences } from '../intake/intakeEvents.ts'
import { ledgerEventSentences } from '../ledger/ledgerEvents.ts'
import { platformEventSentences } from '../platform/platformEvents.ts'
import { resultsEventSentences } from '../results/resultsEvents.ts'
import { rosterEventSentences } from '../roster/rosterEvents.ts'
import { routineEventSentences } from '../routine/routineEvents.ts'
import { schemeEventSentences } from '../scheme/schemeEvents.ts'
import { roundsEventSentences } from '../rounds/roundsEvents.ts'
import { sheetsEventSentences } from '../sheets/sheetsEvents.ts'
import { yearEventSentences } from '../year/yearEvents.ts'

/** 留痕事项的类别, one a room. */
export const trailGroups = {
  accounts: { name: '账号与登录', kinds: Object.keys(accountsEventSentences) },
  scheme: { name: '方案与口径', kinds: Object.keys(schemeEventSentences) },
  roster: { name: '名册', kinds: Object.keys(rosterEventSentences) },
  intake: { name: '导入', kinds: Object.keys(intakeEventSentences) },
  year: { name: '年度与阶段', kinds: Object.keys(yearEventSentences) },
  results: { name: '事实与结果', kinds: Object.keys(resultsEventSentences) },
  consequences: { name: '结果运用', kinds: Object.keys(consequencesEventSentences) },
  ledger: { name: '台账', kinds: Object.keys(ledgerEventSentences) },
  rounds: { name: '核查安排', kinds: Object.keys(roundsEventSentences) },
  sheets: { name: '核查表与答复', kinds: Object.keys(sheetsEventSentences) },
  routine: { name: '日常管理', kinds: Object.keys(routineEventSentences) },
  draw: { name: '抽签', kinds: Object.keys(drawEventSentences) },
  files: { name: '附件', kinds: Object.keys(filesEventSentences) },
  audit: { name: '留痕本身', kinds: Object.keys(auditEventSentences) },
  platform: { name: '系统', kinds: Object.keys(platformEventSentences) },
} as const

/** 留痕类别代码. */
export type TrailGroup = keyof typeof trailGroups

/** 一种事项所属的类别名; of a newer version it is unknown. */
export function groupNameOf(kind: string): string {
  return Object.values(trailGroups).find(group => group.kinds.includes(kind))?.name ?? '其他'
}
