import { Modal } from 'antd'
import { debriefPosts } from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { call, type CallAnswer } from '../../../client/call.ts'
import { useAct } from '../../../client/useAct.ts'
import { ListImport } from '../../../kit/lists/ListImport.tsx'
import { SaveAs } from '../../../kit/SaveAs.tsx'
import type { Column } from '../../../kit/table/column.ts'

const ROUTE = 'POST /api/years/:year/units/:unit/debriefs/workbook'

interface Props {
  readonly year: number
  readonly unit: string
  readonly onClose: () => void
}

/** Imports who holds a dual debrief, all rows or none. */
export function ImportDebriefs({ year, unit, onClose }: Props) {
  const [check, write] = [useAct(ROUTE, { refresh: [] }), useAct(ROUTE, { done: '名单已导入' })]
  const params = { year, unit }
  const input = (file: File, step: 'check' | 'write', as: string | undefined) => ({
    params,
    query: { name: file.name, step, as },
    body: file,
  })

  async function save(_: unknown, file: File, as: string | undefined) {
    if ((await write.run(input(file, 'write', as))) !== undefined) onClose()
    return []
  }

  return (
    <Modal
      open
      width={860}
      title="导入双述双评名单"
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <ListImport
        id="debriefImport"
        template={
          <SaveAs
            text="名单模板"
            fetch={() => call('GET /api/years/:year/units/:unit/debriefs-template.xlsx', { params })}
          />
        }
        what="填好的名单"
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
  { id: 'post', title: '职务', width: 160, value: row => debriefPosts[row.post] },
  { id: 'branch', title: '所在党组织', width: 260, value: row => row.branch },
]
