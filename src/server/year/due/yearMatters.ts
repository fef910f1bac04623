import type { Answered } from '../../platform/http/serveRoutes.ts'
import { type Appraisee, isAppraised } from '../../../domain/year/roster/appointAppraisees.ts'
import { phaseOf } from '../../../domain/year/lifecycle/cycleState.ts'
import { presentProgress } from '../presentProgress.ts'
import { presentTimetable } from '../presentTimetable.ts'
import { hasUndecided, mattersToDecide } from './mattersToDecide.ts'
import type { Matter, MatterContext } from './matter.ts'

type Progress = Answered<'GET /api/years/:year'>['progress']

/** Days ahead within which a missing score is told: a score that is due in a year is nobody's task today. */
const SOON = 30

const NAMED = 3

/** Lists what the year itself waits for: preparation, scores, rulings, decisions, approval and release. */
export async function listYearMatters(ground: MatterContext): Promise<Matter[]> {
  const reach = await ground.reach('readRoster')
  const { scored, today } = ground
  const timetable = scored.scheme === undefined ? [] : presentTimetable(scored.scheme, today)
  const progress = presentProgress(scored, timetable, reach)
  const missing = missingScores(ground, progress)
  const others = progress.filter(({ component }) => !missing.some(({ id }) => id === `missing-${component}`))
  return [
    ...returned(ground),
    ...approval(ground),
    ...preparation(ground),
    ...missing,
    ...lateScores(ground, others),
    ...rulings(ground),
    ...decisions(ground),
    ...release(ground),
  ]
}

function returned({ may, stored, state }: MatterContext): readonly Matter[] {
  if (!may('sealYear')) return []
  const at = { name: '封存', page: '$year/seals', waits: true, urgent: true }
  const last = stored.seals.at(-1)
  if (state.kind === 'open' && last?.state === 'returned')
    return [{ ...at, id: 'returned', text: `按领导小组的意见修改后重新封存：${last.opinion}` }]
  if (state.kind === 'correcting')
    return [{ ...at, id: 'correcting', text: `改好后重新封存（更正：${state.corrects.reason}）` }]
  return []
}

function approval({ may, state }: MatterContext): readonly Matter[] {
  if (state.kind !== 'sealed' || !may('approveYear')) return []
  const text = `审定第${state.seal}次封存的结果`
  return [{ id: 'approve', name: '审定', text, page: '$year/seals', waits: true }]
}

/** What a year needs before its daily work begins; rooms add what they need. */
function preparation({ may, state, scored, year }: MatterContext): readonly Matter[] {
  if (state.kind !== 'open' || state.phase !== 'prepared') return []
  const { scheme, inputs } = scored
  const units = inputs.roster.units
  const appraised =
    scheme === undefined ? [] : units.filter(unit => isAppraised(scheme, unit, `${year}-12-31`))
  const roster =
    units.length === 0
      ? '录入或者导入名册'
      : `核对名册：${units.length}个单位，其中${appraised.length}个参加考核`
  return [
    ...(may('editRoster')
      ? [{ id: 'prepareRoster', name: '名册', text: roster, page: '$year/roster', waits: true }]
      : []),
    ...(may('movePhase') && units.length > 0
      ? [
          {
            id: 'prepareRunning',
            name: '阶段',
            text: '转入日常考核（名册和核查人员准备好后）',
            page: '$year/year/phases',
            waits: true,
          },
        ]
      : []),
  ]
}

function missingScores({ may, actor, state, scored }: MatterContext, progress: Progress): readonly Matter[] {
  if (!may('recordFacts') && !actor.grants.some(grant => grant.role === 'leadUnit')) return []
  if (state.kind !== 'open' && state.kind !== 'correcting') return []
  const isScoring = state.kind === 'correcting' || state.phase === 'scored'
  const blocks = scored.outcome?.components.prepared.rulings.find('missingComponent')?.answer === 'block'
  return progress.flatMap(({ component, name, done, total, due, days, late, groups }): Matter[] => {
    const isNear = isScoring || (days !== undefined && days <= SOON)
    if (done === total || !isNear) return []
    const text = `${may('recordFacts') ? '补齐' : '催办'}“${name}”：${total - done}个单位没有得分`
    const without = groups.flatMap(group => group.missing.map(unit => unit.name))
    const who = `${without.slice(0, NAMED).join('、')}${without.length > NAMED ? '等' : ''}`
    const at = { page: '$year/year/missing', due, who, waits: true, holds: isScoring && blocks }
    return [{ ...at, id: `missing-${component}`, name, text, urgent: late > 0 }]
  })
}

/** Dated work that some units lack after its last day: by the steps of a component if it has any. */
function lateScores({ state }: MatterContext, progress: Progress): readonly Matter[] {
  if (state.kind !== 'open' && state.kind !== 'correcting') return []
  const at = { page: '$year/year/missing' }
  return progress.flatMap(({ component, name, due, late, steps, groups }): Matter[] => {
    const past = steps.filter(step => step.late > 0)
    if (past.length > 0)
      return past.map(step => ({
        ...at,
        id: `late-${step.id}`,
        name: step.name,
        text: `${step.name}：缺${step.late}个单位`,
        late: {
          text: `${step.name}：缺${step.late}个单位`,
          since: step.due,
          units: step.lateUnits.map(unit => unit.name),
        },
      }))
    if (late === 0) return []
    const text = `${name}：${late}个单位没有得分`
    const units = groups.filter(one => one.late).flatMap(group => group.missing.map(unit => unit.name))
    return [{ ...at, id: `late-${component}`, name, text, late: { text, since: due, units } }]
  })
}

function rulings({ may, stored, scored: { scheme } }: MatterContext): readonly Matter[] {
  const assumed = scheme?.rulings.filter(ruling => ruling.state === 'assumed') ?? []
  if (assumed.length === 0 || stored.row.sealed || !may('settleRuling')) return []
  const acting = assumed.filter(ruling => ruling.topic !== 'note').length
  const text = `确认口径${assumed.length}条，其中影响得分的${acting}条`
  return [{ id: 'assumed', name: '口径', text, page: '$year/scheme', part: 'rulings', waits: true }]
}

function decisions({ may, scored, state }: MatterContext): readonly Matter[] {
  if (!may('recordFacts') || (state.kind !== 'open' && state.kind !== 'correcting')) return []
  const open = mattersToDecide(scored, state)
  const found: Matter[] = []
  if (open.length > 0) {
    const text = `研究决定${open.length}项：${open[0]!.text}`
    const holds = scored.outcome !== undefined && hasUndecided(scored.outcome)
    found.push({ id: 'issues', name: '研究事项', text, page: '$year/decisions', waits: true, holds })
  }
  const without = (scored.outcome?.components.appraisees ?? []).filter(hasNobody)
  if (without.length > 0) {
    const text = `在名册中补录${without.length}个单位的考核对象`
    found.push({ id: 'noAppraisee', name: '考核对象', text, page: '$year/roster', waits: true })
  }
  if (state.kind === 'open' && phaseOf(state) === 'scored' && scored.outcome !== undefined)
    found.push({ id: 'seal', name: '封存', text: '检查并封存结果', page: '$year/seals', waits: true })
  return found
}

function hasNobody({ person }: Appraisee): boolean {
  return person === undefined
}

function release({ may, state }: MatterContext): readonly Matter[] {
  if (state.kind !== 'approved' || state.released === state.seal || !may('releaseResults')) return []
  const what = state.released === undefined ? '结果' : '更正后的结果'
  const text = `向单位公布审定的${what}`
  return [{ id: 'release', name: '公布', text, page: '$year/seals', waits: true }]
}
