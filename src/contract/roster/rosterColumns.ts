import type { ListColumn } from '../lists/listColumn.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly level: string
  readonly tierName: string
  readonly cohortName?: string | undefined
  readonly leadName?: string | undefined
  readonly leads: number
  readonly state: string
  readonly outside?: string | undefined
  readonly formerNames?: readonly { readonly name: string }[] | undefined
  readonly answers?: { readonly name?: string | undefined; readonly why: string } | undefined
}

/** Heading for units outside any system. */
export const OTHERS = '没有所属单位的单位'

/** Columns of the roster (名册). */
export const rosterColumns: readonly ListColumn<Row>[] = [
  { id: 'name', title: '单位', value: row => row.name, search: true },
  { id: 'answers', title: '考核对象', value: row => row.answers?.name, search: true },
  { id: 'why', title: '依据', value: row => row.answers?.why ?? row.outside },
  { id: 'state', title: '状态', value: row => row.state, filter: true },
  { id: 'lead', title: '牵头单位', value: row => row.leadName, filter: true },
  { id: 'leads', title: '牵头个数', value: row => row.leads || undefined },
  { id: 'tier', title: '层级', value: row => row.tierName, filter: true },
  { id: 'kind', title: '类别', value: row => row.kind, filter: true },
  { id: 'level', title: '级别', value: row => row.level, filter: true },
  { id: 'cohort', title: '排名类别', value: row => row.cohortName, filter: true },
  { id: 'id', title: '单位编号', value: row => row.id, search: true },
  {
    id: 'former',
    title: '曾用名',
    value: row => row.formerNames?.map(former => former.name).join('、'),
    search: true,
  },
]
