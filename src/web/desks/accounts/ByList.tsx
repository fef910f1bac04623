import { call, type CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { ListImport } from '../../kit/lists/ListImport.tsx'
import { SaveAs } from '../../kit/SaveAs.tsx'
import type { Column } from '../../kit/table/column.ts'
import type { AskedAccount } from './useBulk.ts'

/** Creates accounts from a list: a workbook, or rows pasted from a table. */
export function ByList({ onStart }: { readonly onStart: (accounts: readonly AskedAccount[]) => void }) {
  const act = useAct('POST /api/accounts/list', { refresh: [] })
  return (
    <ListImport
      id="accountList"
      template={<SaveAs text="账号清单空表" fetch={() => call('GET /api/accounts/list.xlsx', {})} />}
      what="账号清单"
      megabytes={5}
      paste="第一行写表头：用户名，名称，角色，单位；以下一行一个账号。没有单位的角色，单位空着。"
      verb="开设"
      columns={columns}
      reading={{ ...act, run: (file, as) => act.run({ query: { name: file.name, as }, body: file }) }}
      writing={{
        busy: false,
        refused: undefined,
        run: async ({ accepted }) => {
          onStart(
            accepted.map(({ username, name, role, unit }) => ({ username, name, grants: [{ role, unit }] })),
          )
          return []
        },
      }}
    />
  )
}

const columns: readonly Column<CallAnswer<'POST /api/accounts/list'>['accepted'][number]>[] = [
  {
    id: 'username',
    title: '用户名',
    width: 180,
    value: row => row.username,
    show: row => <span translate="no">{row.username}</span>,
    onCard: 'title',
  },
  { id: 'name', title: '名称', width: 240, value: row => row.name },
  { id: 'role', title: '角色', width: 120, value: row => row.roleName, filter: true },
  { id: 'unit', title: '单位', width: 240, value: row => row.unitName },
]
