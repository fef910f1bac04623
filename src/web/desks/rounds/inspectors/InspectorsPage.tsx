import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useGranted, useMay } from '../../../client/useMay.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useYear } from '../../../client/useYear.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { BackLink } from '../../../kit/BackLink.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import { useSaveFile } from '../../../client/useSaveFile.ts'
import type { Inspector, Inspectors } from '../roundTypes.ts'
import { FromAccounts } from './FromAccounts.tsx'
import { ImportInspectors } from './ImportInspectors.tsx'
import { InspectorForm } from './InspectorForm.tsx'
import { useWithSealed } from '../../year/useWithSealed.ts'
import '../rounds.css'

/** Lists the inspectors: who may be sent, their home units, and their accounts. */
export function InspectorsPage() {
  const { year } = useYear()
  const of = useAnswer('GET /api/years/:year/inspectors', { params: { year } })
  return (
    <AnsweredPage title="核查人员" of={of}>
      {list => <Shown year={year!} list={list} />}
    </AnsweredPage>
  )
}

type Doing = 'add' | 'accounts' | 'import' | Inspector

function Shown({ year, list }: { readonly year: number; readonly list: Inspectors }) {
  const edits = useMay()('planRounds')
  const plans = useGranted()('planRounds')
  const withSealed = useWithSealed()
  const [doing, setDoing] = useState<Doing>()
  const columns = useMemo(() => columnsOf(edits ? setDoing : undefined), [edits])
  const close = () => setDoing(undefined)
  const isHidden = !plans && list.inspectors.length === 0
  return (
    <>
      <PageHead
        title="核查人员"
        state={isHidden ? undefined : withSealed(standing(list))}
        actions={
          <>
            <BackLink to={`/${year}/rounds`}>返回安排</BackLink>
            {edits && (
              <>
                <Button onClick={() => setDoing('import')}>导入</Button>
                {list.accounts.length > 0 && <Button onClick={() => setDoing('accounts')}>由账号选用</Button>}
                <Button type="primary" onClick={() => setDoing('add')}>
                  增加人员
                </Button>
              </>
            )}
          </>
        }
      />
      <DataTable
        id="inspectors"
        label="核查人员"
        rows={list.inspectors}
        columns={columns}
        rowKey={row => row.id}
        search="姓名、单位或拼音首字母"
        unit="人"
        actions={edits && <SaveList year={year} />}
        empty={
          <EmptyState
            title={isHidden ? '没有可以查看的核查人员' : '还没有核查人员'}
            what={
              plans
                ? '可以逐个增加、由核查组账号选用，或按模板导入。'
                : '核查人员由组织考核者登记和派出；来核查的人员写在核查安排上。'
            }
            next={edits && <SaveList year={year} />}
          />
        }
      />
      {doing === 'import' && <ImportInspectors year={year} onClose={close} />}
      {doing === 'accounts' && <FromAccounts year={year} list={list} onClose={close} />}
      {(doing === 'add' || typeof doing === 'object') && (
        <InspectorForm
          key={typeof doing === 'object' ? doing.id : ''}
          year={year}
          list={list}
          of={typeof doing === 'object' ? doing : undefined}
          onClose={close}
        />
      )}
    </>
  )
}

function standing({ inspectors }: Inspectors): string {
  const active = inspectors.filter(one => one.active)
  const withAccount = active.filter(one => one.account !== undefined)
  return `可派${active.length}人，其中${withAccount.length}人有账号；没有账号的不能用手机填核查表`
}

function SaveList({ year }: { readonly year: number }) {
  const file = useSaveFile('GET /api/years/:year/inspectors.xlsx')
  return (
    <Button loading={file.busy} onClick={() => file.save({ params: { year } })}>
      下载名单和模板
    </Button>
  )
}

function columnsOf(onEdit: ((one: Inspector) => void) | undefined): readonly Column<Inspector>[] {
  return [
    { id: 'name', title: '姓名', width: 130, value: row => row.name, search: true, onCard: 'title' },
    {
      id: 'home',
      title: '所在单位',
      width: 230,
      value: row => row.homeName ?? '组织考核者本部',
      search: true,
    },
    { id: 'group', title: '另须回避的系统', width: 200, value: row => row.leadGroupName, search: true },
    {
      id: 'account',
      title: '用户名',
      width: 110,
      value: row => row.username,
      show: row => (row.username === undefined ? '没有账号' : <span translate="no">{row.username}</span>),
      search: true,
    },
    { id: 'assigned', title: '本年度任务', width: 106, kind: 'number', value: row => row.assigned },
    { id: 'done', title: '已核查', width: 84, kind: 'number', value: row => row.done },
    {
      id: 'active',
      title: '状态',
      width: 84,
      value: row => (row.active ? '可派' : '停派'),
      filter: true,
      onCard: 'figure',
    },
    ...(onEdit === undefined
      ? []
      : [
          {
            id: 'act',
            title: '操作',
            width: 84,
            value: () => undefined,
            show: (row: Inspector) => (
              <Button size="small" aria-label={`修改${row.name}`} onClick={() => onEdit(row)}>
                修改
              </Button>
            ),
            sort: false as const,
          },
        ]),
  ]
}
