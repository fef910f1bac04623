import type { Column } from '../../kit/table/column.ts'
import type { Account } from './accountTypes.ts'
import { describeGrant, describeState } from './accountWords.ts'

/** Columns of the account list. */
export const accountColumns: readonly Column<Account>[] = [
  { id: 'name', title: '名称', width: 180, value: row => row.name, search: true, onCard: 'title' },
  {
    id: 'username',
    title: '用户名',
    width: 160,
    value: row => row.username,
    show: row => <span translate="no">{row.username}</span>,
    search: true,
  },
  {
    id: 'role',
    title: '角色',
    width: 140,
    value: row => [...new Set(row.grants.map(grant => grant.roleName))].join('、') || undefined,
    missing: () => '还没有授予角色',
    filter: true,
  },
  {
    id: 'unit',
    title: '单位',
    width: 200,
    value: row => [...new Set(row.grants.flatMap(grant => grant.unitName ?? []))].join('、') || undefined,
    search: true,
  },
  {
    id: 'state',
    title: '状态',
    width: 110,
    value: describeState,
    show: row => (
      <span className={row.state === 'disabled' || row.lockedMinutes > 0 ? 'bad' : undefined}>
        {describeState(row)}
      </span>
    ),
    filter: true,
    onCard: 'figure',
  },
  {
    id: 'second',
    title: '动态验证码',
    width: 110,
    value: row => (row.secondFactor ? '已启用' : '未启用'),
    filter: true,
    onCard: 'no',
  },
  {
    id: 'last',
    title: '最近登录',
    width: 170,
    kind: 'day',
    value: row => row.lastSignedInAt,
    missing: () => '还没有登录过',
    onCard: 'no',
  },
  { id: 'sessions', title: '在线', width: 76, kind: 'number', value: row => row.sessions, onCard: 'no' },
  {
    id: 'made',
    title: '开设时间',
    width: 180,
    kind: 'day',
    value: row => row.createdAt,
    hidden: true,
    onCard: 'no',
  },
  {
    id: 'grants',
    title: '全部授权',
    width: 260,
    value: row => row.grants.map(describeGrant).join('、'),
    hidden: true,
    onCard: 'no',
  },
]
