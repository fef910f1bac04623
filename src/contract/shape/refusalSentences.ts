import type { Refusal, RefusalCode, RefusalValues } from '../../domain/kernel/refusal.ts'
import { accountsRefusals } from '../accounts/accountsRefusals.ts'
import { ballotRefusals } from '../meetings/ballotRefusals.ts'
import { databaseRefusals } from '../platform/databaseRefusals.ts'
import { factSentences } from '../year/factSentences.ts'
import { intakeRefusals } from '../intake/intakeRefusals.ts'
import { nearestHint } from './nearestHint.ts'
import { platformRefusals } from '../platform/platformRefusals.ts'
import { schemeRefusals } from '../scheme/schemeRefusals.ts'
import { readingNotices, readingSentences } from './readingSentences.ts'
import { caseFileRefusals } from '../caseFile/caseFileRefusals.ts'
import { resultsRefusals } from '../results/resultsRefusals.ts'
import { rosterRefusals } from '../roster/rosterRefusals.ts'
import { filesRefusals } from '../files/filesRefusals.ts'
import { wordRefusals } from '../files/wordRefusals.ts'
import { ledgerRefusals } from '../ledger/ledgerRefusals.ts'
import { documentsRefusals } from '../documents/documentsRefusals.ts'
import { drawSentences } from '../draw/drawSentences.ts'
import { roundsSentences } from '../rounds/roundsSentences.ts'
import { sheetsSentences } from '../sheets/sheetsSentences.ts'
import { consequencesRefusals, followUpSentences } from '../consequences/consequencesRefusals.ts'
import { leadDutyRefusals } from '../leadDuty/leadDutyRefusals.ts'
import { rectifyRefusals, rectifySentences } from '../rectify/rectifyRefusals.ts'
import { reportsRefusals, reportsSentences } from '../reports/reportsRefusals.ts'
import { routineRefusals } from '../routine/routineRefusals.ts'
import { knowledgeSentences } from '../knowledge/knowledgeSentences.ts'
import { meetingsRefusals } from '../meetings/meetingsRefusals.ts'
import { meetingsSentences } from '../meetings/meetingsSentences.ts'
import { paperRefusals } from '../meetings/paperRefusals.ts'
import { publishRefusals, publishSentences } from '../publish/publishRefusals.ts'
import { surveyRefusals, surveySentences } from '../survey/surveyRefusals.ts'
import { yearSentences } from '../year/yearSentences.ts'

/** Chinese sentences for all refusal codes: what is wrong, with its numbers, and what to do. A code without a sentence does not compile. */
export const refusalSentences: { readonly [C in RefusalCode]: (values: RefusalValues[C]) => string } = {
  ...readingSentences,
  ...readingNotices,
  ...factSentences,
  ...platformRefusals,
  ...databaseRefusals,
  ...ballotRefusals,
  ...rosterRefusals,
  ...intakeRefusals,
  ...yearSentences,
  ...resultsRefusals,
  ...caseFileRefusals,
  ...accountsRefusals,
  ...schemeRefusals,
  ...knowledgeSentences,
  ...meetingsRefusals,
  ...meetingsSentences,
  ...paperRefusals,
  ...surveyRefusals,
  ...publishRefusals,
  ...publishSentences,
  ...surveySentences,
  ...consequencesRefusals,
  ...followUpSentences,
  ...leadDutyRefusals,
  ...rectifyRefusals,
  ...rectifySentences,
  ...reportsRefusals,
  ...reportsSentences,
  ...routineRefusals,
  ...sheetsSentences,
  ...roundsSentences,
  ...drawSentences,
  ...documentsRefusals,
  ...ledgerRefusals,
  ...filesRefusals,
  ...wordRefusals,
  rulingOpen: ({ ruling, question }) =>
    `口径“${ruling}”（${question}）尚未作答，不能据以计分；请考核组织者先在方案的口径中答复`,
  rulingMissing: ({ topic }) => `方案缺少事项“${topic}”的口径，计分时要用到它；请在方案的口径中补上`,
  cycleMismatch: ({ scheme, facts }) =>
    `方案是${scheme}年度的，事实是${facts}年度的，两者不符；请换用同一年度的方案和事实`,
  noSuchUnit: ({ unit }) => `名册里没有单位“${unit}”；请核对单位编号`,
  unknownUnit: ({ unit, nearest }) =>
    `名册里没有单位“${unit}”${nearestHint(nearest)}；请改正单位编号，或先把该单位补进名册`,
  unitAmbiguous: ({ unit, fits }) =>
    `“${unit}”说不清是哪个单位，名册里像它的有${fits}；请照名册逐字填写，或填单位编号`,
  unknownRow: ({ row, nearest }) => `评分细则里没有“${row}”这一行${nearestHint(nearest)}；请改正行号`,
  unknownRule: ({ row, rule, known }) => `“${row}”行没有规则“${rule}”；该行可用的规则有：${known}`,
  countNotWhole: ({ count }) => `次数“${count}”不是从 1 起的整数；请填 1、2、3……这样的整数`,
  countTooLarge: ({ count, most }) => `次数 ${count} 超过可能的最大值 ${most}；请核对后改正`,
}

/** Returns the Chinese sentence of a refusal; the reader adds where it happened. */
export function sentenceOfRefusal(refusal: Refusal): string {
  const say = refusalSentences[refusal.code] as (values: Refusal['values']) => string
  return say(refusal.values)
}
