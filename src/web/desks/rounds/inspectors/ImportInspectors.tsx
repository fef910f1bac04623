import { Modal } from 'antd'
import { call, type CallAnswer } from '../../../client/call.ts'
import { useAct } from '../../../client/useAct.ts'
import { ListImport } from '../../../kit/lists/ListImport.tsx'
import { SaveAs } from '../../../kit/SaveAs.tsx'
import type { Column } from '../../../kit/table/column.ts'

const ROUTE = 'POST /api/years/:year/inspectors/workbook'

/** Imports inspectors, all rows or none. */
export function ImportInspectors({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const [check, write] = [useAct(ROUTE, { refresh: [] }), useAct(ROUTE, { done: '核查人员已导入' })]
  const input = (file: File, step: 'check' | 'write', as: string | undefined) => ({
    params: { year },
    query: { name: file.name, step, as },
    body: file,
  })

  async function save(_: unknown, file: File, as: string | undefined) {
    if ((await write.run(input(file, 'write', as))) !== undefined) onClose()
    return []
  }

  return (
    <Modal open width={860} title="导入核查人员" footer={null} mask={{ closable: false }} onCancel={onClose}>
      <ListImport
        id="inspectorImport"
        template={
          <SaveAs
            text="名单和模板"
            fetch={() => call('GET /api/years/:year/inspectors.xlsx', { params: { year } })}
          />
        }
        what="核查人员工作簿"
        megabytes={5}
        verb="导入"
        whole
        columns={columns}
        rowKey={row => `${row.sheet} ${row.row}`}
        reading={{ ...check, run: (file, as) => check.run(input(file, 'check', as)) }}
        writing={{ ...write, run: save }}
      />
    </Modal>
  )
}

const columns: readonly Column<CallAnswer<typeof ROUTE>['accepted'][number]>[] = [
  { id: 'name', title: '姓名', width: 140, value: row => row.name, onCard: 'title' },
  { id: 'home', title: '所在单位', width: 240, value: row => row.homeName },
  { id: 'username', title: '用户名', width: 160, value: row => row.username },
]
