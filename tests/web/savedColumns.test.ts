import { expect, test } from 'vitest'
import type { Consequence } from '../../src/web/desks/consequences/consequence.ts'
import { consequenceColumns } from '../../src/web/desks/consequences/consequenceColumns.tsx'
import { boardColumns } from '../../src/web/desks/ledger/boardColumns.tsx'
import { debriefColumns } from '../../src/web/desks/ledger/debriefs/debriefColumns.tsx'
import type { Debrief } from '../../src/web/desks/ledger/debriefs/debriefTypes.ts'
import { ownRemedyColumns } from '../../src/web/desks/ledger/remedies/remedyColumns.tsx'
import { meetingColumns } from '../../src/web/desks/meetings/meetingColumns.tsx'
import type { MeetingRow } from '../../src/web/desks/meetings/meetingRows.ts'
import { commentLooks } from '../../src/web/desks/publish/commentLooks.tsx'
import { boardColumns as gradingColumns } from '../../src/web/desks/routine/boardColumns.tsx'
import type { BoardLine, BoardList } from '../../src/web/desks/routine/routineTypes.ts'
import { planColumns } from '../../src/web/desks/rounds/plan/planColumns.tsx'
import type { Assignment } from '../../src/web/desks/rounds/roundTypes.ts'
import type { Column } from '../../src/web/kit/table/column.ts'
import { savedTable } from '../../src/web/kit/table/savedTable.ts'

/** What a list saves of a row, by heading. */
function saved<Row>(columns: readonly Column<Row>[], row: Row): Readonly<Record<string, unknown>> {
  const table = savedTable('清单', columns, [row])
  const value = (cell: unknown) =>
    typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell
  return Object.fromEntries(table.columns.map(([title], at) => [title, value(table.rows[0]![at])]))
}

test('公示留言: the list is saved with the reason for hiding and the reply', () => {
  const row = {
    id: '1',
    unit: 'U1',
    unitName: '州林业局',
    day: '2018-12-21',
    wrote: '写了很久的话',
    way: 'site',
    standing: 'withheld',
    reason: '含有电话号码',
    reply: '已经改正',
    repliedBy: '州林业局',
    abuse: 2,
    revision: 1,
  } as const
  expect(
    saved(
      commentLooks(2018, true, () => null),
      row,
    ),
  ).toEqual({
    留言: '写了很久的话',
    单位: '州林业局',
    留言人: '未署名',
    日期: '2018年12月21日',
    来源: '公示页',
    状态: '已隐藏 含有电话号码',
    问题清单: null,
    举报次数: 2,
    隐藏或销毁的理由: '含有电话号码',
    答复内容: '已经改正',
  })
})

test('自查与整改: the list is saved with measure, whether it is late, and what was done; the own list names its unit', () => {
  const row = {
    id: '1',
    unit: 'U1',
    unitName: '州林业局',
    origin: 'self',
    originName: '自查',
    rowTitle: '三会一课',
    problem: '会议记录不全',
    measure: '补齐记录',
    deadline: '2018-11-30',
    state: 'inHand',
    stateName: '整改中',
    overdue: true,
    result: '已补三次',
    entries: [],
    files: [],
    revision: 1,
    changedBy: '李四',
    changedAt: '2018-12-01T00:00:00Z',
  } as const
  expect(saved(ownRemedyColumns, { ...row, entries: [], files: [] })).toEqual({
    问题: '会议记录不全',
    单位: '州林业局',
    来源: '自查',
    涉及: '三会一课',
    进展: '整改中 逾期',
    期限: '2018年11月30日',
    措施: '补齐记录',
    佐证: null,
    期限情况: '逾期',
    整改情况: '已补三次',
  })
})

test('各单位台账: the list is saved with its counts as numbers; a unit that never registered has no deduction in figures', () => {
  const row = {
    unit: 'U1',
    name: '州林业局',
    tier: 'state',
    tierName: '州直单位',
    leadUnit: 'U2',
    leadUnitName: '州农业农村局',
    entries: 5,
    late: 1,
    lastOn: '2018-12-20',
    counters: 3,
    kept: 2,
    done: 3,
    due: 5,
    shortNow: 2,
    shortAtEnd: 4,
    lossNow: 1.5,
    lossAtEnd: 2.125,
    atRisk: 4,
  }
  const told = {
    单位: '州林业局',
    已过期间: 2,
    '已做/应做': '3/5',
    现在扣: 1.5,
    到年底扣: 2.125,
    核查可能扣: 4,
    最近要办的: '—',
    条数: 5,
    逾期补录: 1,
    最近登记: '2018年12月20日',
    类别: '州直单位',
    牵头单位: '州农业农村局',
    应做次数: 5,
    已做次数: 3,
    全年还差: 4,
  }
  expect(saved(boardColumns, row)).toEqual(told)
  const never = { ...told, 现在扣: null, 到年底扣: null }
  expect(saved(boardColumns, { ...row, kept: 0 })).toEqual(never)
})

test('双述双评: the list is saved with the counts of both reviews and the guidance; a debrief that is not asked for has no column', () => {
  const none = { standing: 'unplanned' } as const
  const row: Debrief = {
    id: '1',
    unit: 'U1',
    unitName: '州林业局',
    leadUnitName: '州农业农村局',
    name: '周新',
    post: 'branch',
    branch: '第一党支部',
    superior: {
      heldOn: '2018-11-20',
      before: '机关党委',
      voters: [5, 12],
      marks: [10, 5, 2, 0],
      standing: 'held',
    },
    members: none,
    together: none,
    standing: 'held',
    guidance: '到会指导',
    revision: 1,
  }
  expect(saved(debriefColumns(['superior'], true), row)).toEqual({
    姓名: '周新',
    职务: '党支部书记',
    所在党组织: '第一党支部',
    单位: '州林业局',
    向上级述职: '已述职评议（2018年11月20日）',
    情况: '已述职评议',
    督查指导: '已记录',
    牵头单位: '州农业农村局',
    '向上级：向谁': '机关党委',
    '向上级：上级党组织班子成员': 5,
    '向上级：党员代表': 12,
    '向上级：好': 10,
    '向上级：较好': 5,
    '向上级：一般': 2,
    '向上级：差': 0,
    督查指导情况: '到会指导',
  })
})

test('等次评定: the list of boards is saved with the places of each grade, and how far a late one is', () => {
  const components: BoardList['components'] = [
    {
      component: 'routine',
      name: '日常管理',
      citation: '三',
      grades: [{ id: 'good', name: '好', share: 3 }],
      rulings: [],
    },
  ]
  const row: BoardLine = {
    leadUnit: 'U2',
    leadUnitName: '州农业农村局',
    component: 'routine',
    state: 'returned',
    late: true,
    outdated: false,
    members: 10,
    graded: 9,
    elsewhere: 0,
    use: [{ grade: 'good', name: '好', given: 2, places: 3 }],
    at: '2018-12-20',
    by: '李四',
    reasoned: 9,
  }
  expect(saved(gradingColumns(components), row)).toEqual({
    牵头单位: '州农业农村局',
    分项: '日常管理',
    状态: '逾期',
    上报情况: '已退回',
    所属单位: 10,
    已评: 9,
    '好（已评/名额）': '2/3',
    导入的等次: 0,
    最近一步: '2018年12月20日',
    办理人: '李四',
  })
})

test('结果运用: the list is saved with the deduction as a number, who was served, what was replied and who talks', () => {
  const row: Consequence = {
    unit: 'U1',
    unitName: '州林业局',
    leadUnitName: '州农业农村局',
    personName: '周新',
    rule: 'talk',
    name: '约谈',
    citation: '五（四）',
    on: 'unit',
    deduction: 2,
    takesEffect: 2019,
    overYears: true,
    years: [
      { cycle: 2017, place: 98, of: 100, fromBottom: 3 },
      { cycle: 2018, place: 99, of: 100, fromBottom: 2 },
    ],
    follows: ['talk'],
    state: 'replied',
    notice: {
      to: '周新',
      servedOn: '2018-12-24',
      reply: '已收悉',
    } as NonNullable<Consequence['notice']>,
    standing: 'settled',
    followUp: { who: '省厅党组' } as NonNullable<Consequence['followUp']>,
  }
  expect(saved(consequenceColumns({ mayServe: true, basis: 'sealed' }), row)).toEqual({
    单位: '州林业局',
    结果运用: '约谈',
    条款: '五（四）',
    后果: '单位绩效扣2分',
    考核对象: '周新',
    牵头单位: '州农业农村局',
    执行年度: '2019年',
    通知: '已回复',
    落实: '已办结',
    送达日期: '2018年12月24日',
    依据: '2017年 第98名，共100名，倒数第3 2018年 第99名，共100名，倒数第2',
    绩效扣分: -2,
    受送达人: '周新',
    回复: '已收悉',
    谈话人或受理机关: '省厅党组',
  })
})

test('述职测评会议: the list is saved with who holds a meeting and when it was reported and accepted, and with those not planned yet', () => {
  const meeting: MeetingRow['meeting'] = {
    id: '1',
    kind: 'committee',
    name: '州委述职评议会',
    heldOn: '2018-12-20',
    startsAt: '09:30',
    place: '礼堂',
    convenor: '甲',
    teller: '乙',
    scrutineer: '丙',
    phase: 'accepted',
    phaseName: '已认定',
    voting: 'closed',
    speakers: 12,
    rehearsal: false,
    elsewhere: false,
    reportedOn: '2018-12-21',
    acceptedOn: '2018-12-22',
    convenes: true,
  }
  const row = { key: '1', name: '州委述职评议会', speakers: 12, plannable: undefined, meeting }
  const columns = meetingColumns(
    () => {},
    () => {},
  )
  const told = {
    会议: '州委述职评议会',
    日期: '2018年12月20日',
    时间: '09:30',
    地点: '礼堂',
    述职人数: 12,
    进展: '已认定',
    主持人: '甲',
    计票人: '乙',
    监票人: '丙',
    上报: '2018年12月21日',
    认定: '2018年12月22日',
  }
  expect(saved(columns, row)).toEqual(told)
  const none = Object.fromEntries(Object.keys(told).map(title => [title, null]))
  expect(saved(columns, { ...row, meeting: undefined })).toEqual({
    ...none,
    会议: '州委述职评议会',
    述职人数: 12,
    进展: '未安排',
  })
})

test('核查安排: the plan of a round is saved with team, people, lead unit and note, and no button', () => {
  const row = {
    id: '1',
    unit: 'U1',
    unitName: '州林业局',
    plannedOn: '2018-11-15',
    team: 2,
    inspectors: [
      { id: '1', name: '甲' },
      { id: '2', name: '乙' },
    ],
    state: 'planned',
    late: true,
    note: '先去机关党委',
  } as unknown as Assignment
  const units = [{ id: 'U1', name: '州林业局', groupName: '州农业农村局' }] as never
  expect(
    saved(
      planColumns({ units }, () => {}),
      row,
    ),
  ).toEqual({
    单位: '州林业局',
    日期: '2018年11月15日',
    组别: '第2组',
    核查人员: '甲、乙',
    状态: '逾期未去',
    牵头单位: '州农业农村局',
    备注: '先去机关党委',
  })
})
