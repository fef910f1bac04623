import { ledgerKindsOf } from '../../../contract/ledger/ledgerKinds.ts'
import { allPeriodsOf, printPeriod } from '../../../domain/kernel/calendar.ts'
import { entryColumns, MOST_ROWS } from '../../../files/ledger/entryColumns.ts'
import { writeForm } from '../../../files/ledger/writeForm.ts'
import { printRequirement, requirementOf } from '../../../domain/year/evidence/ledgerRules.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { XLSX } from '../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import { loadLedgerContext } from './ledgerContext.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** 台账填报模板 of a unit: kinds, periods and rows to choose from as its scheme has them. */
export async function entryTemplate({
  context,
  params: { year, unit },
}: Served<'GET /api/years/:year/units/:unit/ledger-template.xlsx'>): Promise<FileAnswer | Refusal> {
  const ground = await loadLedgerContext(context.db, year, unit)
  if (isRefusal(ground)) return ground
  const { scheme, rows } = ground
  const kinds = ledgerKindsOf(scheme)
  const asked = kinds.flatMap(({ name, counter }) => {
    const requirement = counter && requirementOf(rows, counter.id)
    return requirement === undefined
      ? []
      : [`${name}：${printRequirement(requirement)}（${counter!.citation}）`]
  })
  const title = `${year}年度台账填报模板（${ground.unit.name}）`
  const content = await writeForm({
    title,
    sheet: '台账',
    madeOn: context.today(),
    columns: entryColumns,
    options: {
      类别: kinds.map(kind => kind.name),
      所属期间: allPeriodsOf(year).map(printPeriod),
      另行引用的行: scheme.rubrics.flatMap(rubric => rubric.rows.map(row => row.id)),
    },
    dates: ['发生日期'],
    counts: ['参加人数'],
    guide: [
      '一行登记一次活动或一件材料；带 * 的列必须填。',
      '“所属期间”不填时，按发生日期和方案的要求自动归入月份、季度或年度。',
      '“另行引用的行”可填几行的编号，用顿号隔开；计数项对应的行不用再填。',
      '期间截止以后补登的，请在“补录原因”中写明，会标为逾期补录。',
      `一次最多导入${MOST_ROWS}行；上传后先预览，核对无误再登记。附件在登记以后逐条补。`,
      '以下类别计入评分：',
      ...asked,
    ],
  })
  return { name: `${title}.xlsx`, type: XLSX, content }
}
