import { drawPurposes, purposeNames } from '../../../../domain/campaign/draw/drawPurpose.ts'
import { printDay, printQuarter } from '../../../../domain/kernel/calendar.ts'
import { isRefusal } from '../../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import { toInstant } from '../../../platform/database/toInstant.ts'
import { formatInstant } from '../../../platform/formatInstant.ts'
import { COMMITTEE } from '../../../year/due/listLate.ts'
import { listDraws, listSessions } from '../../draw/draw.store.ts'
import { presentFinding } from '../../sheets/presentFinding.ts'
import { findingsOf, findSheet, listStored, type StoredFinding } from '../../sheets/sheets.store.ts'
import type { UnitSignature } from '../../sheets/sheetContent.ts'
import { layReport } from '../../survey/analysis/viewAnalysis.ts'
import { listSurveyed } from '../../survey/loadSurvey.ts'
import { listSurveyRows } from '../../survey/survey.store.ts'
import { dayOf, printClause } from './figures.ts'
import { forEach } from './kindContent.ts'

/** The certificate of a draw (抽签证明): everything by which somebody else repeats it. (四（二）) */
export const drawCertificate = forEach(
  async ({ context, scored }) =>
    (await listSessions(context.db, scored.year))
      .filter(({ state }) => state === 'drawn')
      .map(session => ({
        ...session,
        about: `${printQuarter(session.quarter)}${session.reason === null ? '' : '再抽'}`,
      })),
  ({ context, scored }, session) => ({
    title: `${scored.year}年${session.about}抽签证明`,
    async data() {
      const all = await listDraws(context.db, scored.year, { session: session.id }, false)
      return {
        季度: printQuarter(session.quarter).slice(1, 2),
        单位数: String(session.units),
        名单指纹: session.digest,
        种子: session.seed ?? '',
        主持人: session.endedBy ?? '',
        抽签时间: session.endedAt === null ? '' : formatInstant(toInstant(session.endedAt)),
        重抽理由: session.reason ?? '',
        种子来源: (session.seedParts ?? []).map(({ by, text }) => ({ 报出人: by, 报出内容: text })),
        抽签结果: drawPurposes.flatMap(purpose =>
          all
            .filter(one => one.purpose === purpose)
            .map(({ unit, count, take, result }) => ({
              单位名称: scored.units.get(unit)?.name ?? unit,
              用途: purposeNames[purpose],
              名单数: String(count),
              抽取数: String(take),
              抽中: (result ?? []).map(({ name }) => name).join('、'),
            })),
        ),
      }
    },
  }),
)

/** The inspection sheet of one visit (实地核查表), once it is in force. (四（二）) */
export const inspectionSheet = forEach(
  async ({ context, scored }) =>
    (await listStored(context.db, scored.year, {}))
      .filter(({ state }) => state === 'inForce')
      .map(row => ({ ...row, about: row.roundName ?? `${printQuarter(row.quarter)}自行核查` })),
  ({ context, scored }, row) => ({
    title: `${scored.units.get(row.unit)?.name ?? row.unit}实地核查表（${row.about}）`,
    async data() {
      const sheet = (await findSheet(context.db, scored.year, row.id))!
      const findings = await findingsOf(context.db, [row.id])
      const isPast = row.due !== null && context.today() > row.due
      return {
        单位名称: scored.units.get(row.unit)?.name ?? row.unit,
        核查名称: row.about,
        核查日期: printDay(row.visitedOn),
        核查人员: row.inspectors.join('、'),
        单位签字: printSignature(sheet.content.unit),
        异议截止: dayOf(row.due),
        总的说明: sheet.content.note,
        核查情况: findings.map((finding, at) => ({
          序号: String(at + 1),
          ...printFinding(finding, scored.scheme!, isPast),
        })),
      }
    },
  }),
)

/** The letter that commissions a survey (委托民意调查的函). (四（三）) */
export const surveyCommission = forEach(
  async ({ context, scored }) =>
    (await listSurveyRows(context.db, scored.year)).map(row => ({ ...row, about: row.commission.title })),
  ({ scored }, { commission, component }) => ({
    title: `关于委托开展${commission.title}的函`,
    addressee: commission.surveyor,
    data() {
      const { sizes } = commission
      const planned = new Map<string, number>()
      for (const { group, size } of sizes) planned.set(group, (planned.get(group) ?? 0) + size)
      const surveyed = listSurveyed(scored.scheme!).find(one => one.component.id === component)
      const nameOf = (id: string) => surveyed?.method.groups.find(group => group.id === id)?.name ?? id
      return {
        调查名称: commission.title,
        受托单位: commission.surveyor,
        访问开始: printDay(commission.begins),
        访问截止: printDay(commission.ends),
        号码删除日期: printDay(commission.deleteOn),
        单位数: String(new Set(sizes.map(({ unit }) => unit)).size),
        样本数: String(sizes.reduce((sum, { size }) => sum + size, 0)),
        每号拨打: String(commission.mostAttempts),
        误差范围: String(commission.halfWidth),
        调查对象: [...planned].map(([group, size]) => ({ 对象: nameOf(group), 份数: String(size) })),
      }
    },
  }),
)

const HANDED_OVER: readonly string[] = ['handedOver', 'accepted']

/** The report of a survey (民意调查分析报告), as the survey's page lays it out. (四（三）) */
export const surveyReport = forEach(
  async ({ context, scored }) =>
    (await listSurveyRows(context.db, scored.year))
      .filter(({ stage }) => HANDED_OVER.includes(stage))
      .map(row => ({ ...row, about: row.commission.title })),
  ({ context, scored }, row) => ({
    title: `${row.commission.title}分析报告`,
    data: () => ({}),
    async blocks() {
      const laid = await layReport(context, COMMITTEE, { year: scored.year, survey: row.id })
      return isRefusal(laid) ? [] : laid.blocks.filter(({ kind }) => kind !== 'closing')
    },
  }),
)

function printSignature(unit: UnitSignature | undefined): string {
  if (unit === undefined) return '未签字'
  if (unit.kind === 'refused') return `拒签：${unit.reason}`
  return `${unit.post ?? ''}${unit.name}${unit.kind === 'paper' ? '（纸面签字）' : ''}`
}

const RULINGS = { uphold: '维持', change: '改判', drop: '撤销' } as const

function printFinding(stored: StoredFinding, scheme: Scheme, isPast: boolean) {
  const silent = isPast && stored.state === 'open'
  const one = presentFinding(stored, scheme, { files: [], silent, inForce: true, mine: false })
  const many = one.persons === undefined ? `${one.count}${one.unitWord}` : `${one.persons}人`
  const note = one.note === '' ? '' : `。${one.note}`
  const replies = { accept: '无异议', silent: '期满未答复', object: `异议：${one.reply?.reason ?? ''}` }
  const reply = one.reply === undefined ? '待答复' : replies[one.reply.stance]
  const ruling = one.decision === undefined ? '' : `；${RULINGS[one.decision.ruling]}：${one.decision.reason}`
  return {
    项目: `${printClause(one.citation)}${one.rowTitle}`,
    情况: `${one.ruleText}，${many}${note}`,
    计分: one.cost,
    答复: reply + ruling,
  }
}
