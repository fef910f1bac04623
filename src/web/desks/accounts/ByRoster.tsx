import { Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import type { CallAnswer } from '../../client/call.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useDesk } from '../../client/useDesk.ts'
import { Answered } from '../../kit/Answered.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import type { AskedAccount } from './useBulk.ts'

interface Props {
  readonly role: 'leadUnit' | 'unit' | 'secretary'
  readonly onStart: (accounts: readonly AskedAccount[]) => void
}

type Proposals = CallAnswer<'GET /api/accounts/proposals'>
type Proposal = Proposals['proposals'][number]

/** Creates accounts from the roster (名册): all units without such an account, except those left out. */
export function ByRoster({ role, onStart }: Props) {
  return (
    <Answered of={useAnswer('GET /api/accounts/proposals', { query: { role } })}>
      {answer => <Proposed answer={answer} role={role} onStart={onStart} />}
    </Answered>
  )
}

function Proposed({ answer: { year, proposals }, role, onStart }: Props & { readonly answer: Proposals }) {
  const desk = useDesk()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const columns = useMemo(() => columnsOf(left, setLeft), [left])
  const chosen = proposals.filter(each => !left.has(each.unit))
  const start = () =>
    onStart(chosen.map(({ username, name, unit }) => ({ username, name, grants: [{ role, unit }] })))
  const roster = desk('$year/roster')
  if (year === undefined) {
    return (
      <EmptyState
        title="还没有名册"
        what="录入名册后，可以为各单位成批开设账号；也可以按清单开设。"
        next={roster !== undefined && <LinkButton to={roster}>去录入名册</LinkButton>}
      />
    )
  }
  if (proposals.length === 0)
    return (
      <EmptyState
        title="都已有账号"
        what={`${year}年度名册中的单位都已有这一角色的账号。`}
        next={<LinkButton to="/accounts">查看账号</LinkButton>}
      />
    )
  return (
    <DataTable
      id="accountProposals"
      label="拟开设的账号"
      rows={proposals}
      columns={columns}
      rowKey={row => row.unit}
      search="单位名称或拼音首字母"
      unit="个单位"
      actions={
        <Button type="primary" disabled={chosen.length === 0} onClick={start}>
          开设{chosen.length}个账号
        </Button>
      }
    />
  )
}

function columnsOf(
  left: ReadonlySet<string>,
  setLeft: (left: ReadonlySet<string>) => void,
): readonly Column<Proposal>[] {
  const toggle = (unit: string) => {
    const next = new Set(left)
    if (!next.delete(unit)) next.add(unit)
    setLeft(next)
  }
  return [
    { id: 'unit', title: '单位', width: 240, value: row => row.unitName, search: true, onCard: 'title' },
    {
      id: 'username',
      title: '用户名',
      width: 240,
      value: row => row.username,
      show: row => <span translate="no">{row.username}</span>,
    },
    { id: 'name', title: '名称', width: 240, value: row => row.name },
    {
      id: 'chosen',
      title: '开设',
      width: 90,
      value: row => (left.has(row.unit) ? '不开设' : '开设'),
      show: row => (
        <Checkbox
          checked={!left.has(row.unit)}
          aria-label={`开设${row.unitName}的账号`}
          onChange={() => toggle(row.unit)}
        />
      ),
      filter: true,
      onCard: 'figure',
    },
  ]
}
