import { printQuarter } from '../../../src/domain/kernel/calendar.ts'
import { expect } from 'vitest'
import { plan } from '../meetings/heldMeeting.ts'

const AT = '/api/years/2018'

interface Result {
  readonly unit: string
  readonly name: string
  readonly composite: string
  readonly gradeName: string
  readonly place: number
}

/** A document as the list shows it. */
export interface Document {
  readonly id: string
  readonly kind: string
  readonly unit?: string
  readonly unitName?: string
  readonly title: string
}

/** What the pages of other rooms say, for comparison with what a document says. */
export interface Known {
  readonly ask: (route: string) => Promise<Record<string, never>>
  readonly one: Document
}

const get = async ({ ask }: Known, route: string) => ask(`GET ${AT}${route}`)

/** The sentences and figures that a document of each kind has to say, taken from the pages of the rooms that hold them. */
export const SAYS: Readonly<Record<string, (known: Known) => Promise<readonly string[]>>> = {
  async reminder(known) {
    const { late } = (await get(known, '/due')) as never as { late: { due?: string }[] }
    expect(late.length).toBeGreaterThan(0)
    return ['2018年12月24日', '项工作已过办理期限']
  },
  async drawCertificate(known) {
    const { draws } = (await get(known, '/draws')) as never as {
      draws: { state: string; quarter: number; digest: string; seed: string; units: number }[]
    }
    const quarter = [1, 2, 3, 4].find(one => known.one.title.includes(printQuarter(one)))!
    const held = draws.filter(one => one.state === 'drawn' && one.quarter === quarter)
    expect(held.length).toBeGreaterThan(0)
    return [printQuarter(quarter), held[0]!.digest, held[0]!.seed, `涉及${held[0]!.units}个单位`]
  },
  async inspectionSheet(known) {
    const { sheets } = (await get(known, '/sheets')) as never as {
      sheets: { sheet: string; unit: string; roundName: string; findings: number; inspectors: string[] }[]
    }
    const listed = sheets.find(one => one.unit === known.one.unit && known.one.title.includes(one.roundName))!
    const sheet = (await get(known, `/sheets/${listed.sheet}`)) as never as {
      rows: { ruleText: string; cost: string }[]
    }
    return [
      '实地核查表',
      `（${listed.roundName}）`,
      '签名如下。',
      listed.inspectors.join('、'),
      ...sheet.rows.flatMap(row => [row.ruleText, row.cost]),
    ]
  },
  async surveyCommission(known) {
    const { surveys } = (await get(known, '/surveys')) as never as {
      surveys: { title: string; surveyor: string; planned: number; units: number }[]
    }
    const survey = surveys.find(({ title }) => known.one.title.includes(title))!
    return [survey.surveyor, `涉及${survey.units}个单位`, `计划完成${survey.planned}份`]
  },
  async surveyReport(known) {
    const { surveys } = (await get(known, '/surveys')) as never as {
      surveys: { id: string; stage: string }[]
    }
    const { id } = surveys.find(({ stage }) => stage === 'accepted')!
    const { units } = (await get(known, `/surveys/${id}/analysis`)) as never as {
      units: { valid: number; name: string; mean?: { value: number } }[]
    }
    const valid = units.reduce((sum, one) => sum + one.valid, 0)
    return [
      `计分答卷${valid}份`,
      ...units.flatMap(one => (one.mean === undefined ? [] : [one.name, one.mean.value.toFixed(2)])),
    ]
  },
  async meetingNotice(known) {
    const { meetings } = (await get(known, '/meetings')) as never as {
      meetings: { name: string; rehearsal: boolean; elsewhere: boolean; speakers: number }[]
    }
    const meeting = meetings.find(one => !one.rehearsal && !one.elsewhere)!
    return [meeting.name, '定于2018年12月25日9时30分在', plan.place, '每人不超过8分钟', '12人', '20人']
  },
  async minutes() {
    return ['计票二', '监票二', '没有用本系统召开', '93.75', '18.75']
  },
  async countSheet() {
    return ['96.5分1票，95、94分各2票，88分1票', '计票人：', '93.75', '18.75']
  },
  async groupReport(known) {
    const results = await resultsOf(known)
    return [`共${results.length}名`, ...results.flatMap(one => [one.name, one.composite, one.gradeName])]
  },
  async approvalSheet(known) {
    return [`${(await resultsOf(known)).length}名`, '第1次封存', '同意这一结果。']
  },
  async feedback(known) {
    const result = (await resultsOf(known)).find(({ unit }) => unit === known.one.unit)!
    return [`综合得分${result.composite}分`, `第${result.place}名`, `“${result.gradeName}”`]
  },
  async issueList(known) {
    const own = await problemsOf(known)
    return [`下列${own.length}个问题`, ...own.map(({ text }) => text)]
  },
  async planReport(known) {
    const own = (await problemsOf(known)).filter(({ standing }) => PLANNED.includes(standing))
    return ['中共示范州直属机关工作委员会：', ...own.map(({ text }) => text)]
  },
  async rectification(known) {
    const own = await problemsOf(known)
    const confirmed = own.filter(({ standing }) => standing === 'confirmed').length
    return [`${own.length}个问题已销号${confirmed}个`, ...own.map(({ text }) => text)]
  },
  async consequenceNotice(known) {
    return (await consequencesOf(known)).map(({ name }) => name)
  },
  async talkRecord(known) {
    const talk = (await consequencesOf(known)).find(({ measure }) => measure?.includes('谈'))!
    return [talk.personName, talk.name, ...talk.years.map(({ cycle }) => String(cycle))]
  },
  async reassignment(known) {
    const proposal = (await consequencesOf(known)).find(({ measure }) => measure?.includes('调整'))!
    return [proposal.personName, ...proposal.years.map(one => `${one.cycle}年度`)]
  },
  async transmittal(known) {
    const { rows } = (await get(known, '/consequences')) as never as { rows: Consequence[] }
    const total = rows.reduce((sum, { deduction = 0 }) => sum + deduction, 0)
    const results = await resultsOf(known)
    return [`${results.length}个单位`, `合计扣${total.toFixed(2)}分`, ...results.map(one => one.name)]
  },
  async publicNotice(known) {
    const result = (await resultsOf(known)).find(({ unit }) => unit === known.one.unit)!
    return ['2018年12月24日至2018年12月30日，共7天', `${result.composite}分`]
  },
}

interface Consequence {
  readonly unit: string
  readonly name: string
  readonly personName: string
  readonly measure?: string
  readonly deduction?: number
  readonly years: readonly { readonly cycle: number }[]
}

async function consequencesOf(known: Known): Promise<readonly Consequence[]> {
  const { rows } = (await get(known, '/consequences')) as never as { rows: Consequence[] }
  return rows.filter(({ unit }) => unit === known.one.unit)
}

/** Reads the ranking. */
export async function resultsOf(known: Known): Promise<readonly Result[]> {
  const { rows } = (await get(known, '/ranking')) as never as {
    rows: {
      unit: string
      name: string
      composite: number
      grade: { name: string }
      standing: { place: number }
    }[]
  }
  return rows.map(({ unit, name, composite, grade, standing }) => ({
    unit,
    name,
    composite: composite.toFixed(2),
    gradeName: grade.name,
    place: standing.place,
  }))
}

const PLANNED: readonly string[] = ['handedIn', 'inProgress', 'claimed', 'confirmed']

async function problemsOf(known: Known) {
  const { problems } = (await get(known, '/problems')) as never as {
    problems: { unit: string; text: string; standing: string }[]
  }
  return problems.filter(({ unit, standing }) => unit === known.one.unit && standing !== 'drafted')
}
