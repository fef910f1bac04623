import type { Scheme } from '../../domain/scheme/scheme.ts'
import { type FactsSheet, termColumn, unitColumn } from './factsColumn.ts'

const YES_NO = ['是', '否'] as const

/** Describes the unit sheet of the roster (单位名册). (一) */
export function unitSheet(scheme: Scheme): FactsSheet {
  const kinds = [...new Set(scheme.scope.answers.flatMap(answer => answer.kinds ?? []))]
  return {
    name: '单位名册',
    list: 'units',
    about:
      '一行一个单位。先填好这张表，其他表的“单位”才有下拉选项。编号在全部单位中不重复，名称写全称，也不能重复。',
    columns: [
      {
        header: '编号',
        field: 'id',
        kind: 'code',
        required: true,
        note: '单位编号，不重复，一年内不要改',
        width: 12,
      },
      { header: '名称', field: 'name', kind: 'text', required: true, note: '单位全称，不重复', width: 28 },
      {
        header: '类别',
        field: 'kind',
        kind: 'text',
        required: true,
        note: '单位类别，决定由谁作为考核对象',
        options: kinds,
      },
      {
        header: '级别',
        field: 'level',
        kind: 'text',
        required: true,
        note: '单位级别；不在考核范围内的级别不参加考核',
        options: scheme.scope.levels,
      },
      termColumn('层级', 'tier', 'tier', scheme.tiers, '层级，决定各分项怎样计分'),
      {
        header: '牵头单位',
        field: 'leadUnit',
        kind: 'unitOrText',
        note: '归哪个单位牵头，填其名称或编号；没有就空着',
        options: 'units',
        width: 28,
      },
      ...(scheme.cohorts.length > 0
        ? [termColumn('排名类别', 'cohort', 'cohort', scheme.cohorts, '分类排名时属于哪一类', false)]
        : []),
      {
        header: '归口管理',
        field: 'affiliated',
        kind: 'yesNo',
        required: true,
        note: '党组织关系是否归口考核组织者管理：是或否',
        options: YES_NO,
      },
      {
        header: '上级领导兼任',
        field: 'headedByLeader',
        kind: 'yesNo',
        required: true,
        note: '主要负责人是否由上级领导兼任：是或否',
        options: YES_NO,
      },
      { header: '成立日期', field: 'opensOn', kind: 'day', note: '年内新成立的填；其余空着' },
      { header: '撤销日期', field: 'closesOn', kind: 'day', note: '年内撤销的填；其余空着' },
      {
        header: '并入单位',
        field: 'succeeds',
        kind: 'unitList',
        note: '并入本单位的单位编号，多个用顿号隔开',
        width: 18,
      },
    ],
  }
}

/** Describes the sheet of holders (任职). (一) */
export function holderSheet(scheme: Scheme): FactsSheet {
  const posts = [...new Set(scheme.scope.answers.map(answer => answer.post))]
  return {
    name: '任职',
    list: 'holders',
    about: '一行一段任职。年中换人的，前后两人各填一行并写明起止日期；同一职务同一天只能有一人。',
    columns: [
      unitColumn(),
      {
        header: '人员编号',
        field: 'person',
        kind: 'code',
        note: '同一个人各年用同一编号；空着就用姓名代替，重名的必须填',
      },
      { header: '姓名', field: 'name', kind: 'text', required: true, note: '姓名' },
      {
        header: '职务',
        field: 'post',
        kind: 'text',
        required: true,
        note: '职务，从下拉列表中选；其他职务也可写',
        options: posts,
      },
      { header: '排序', field: 'rank', kind: 'count', note: '副职填排名次序，第一副职填 1；其余空着' },
      { header: '任职起', field: 'from', kind: 'day', note: '任职起始日；全年在任的可空着' },
      { header: '任职止', field: 'to', kind: 'day', note: '任职终止日；仍在任的空着' },
    ],
  }
}
