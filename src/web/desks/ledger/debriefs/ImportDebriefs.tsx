import { debriefPosts } from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { call } from '../../../client/call.ts'
import { ListImportModal } from '../../../kit/lists/ListImportModal.tsx'
import { SaveAs } from '../../../kit/SaveAs.tsx'

interface Props {
  readonly year: number
  readonly unit: string
  readonly onClose: () => void
}

/** Imports who holds a dual debrief, all rows or none. */
export function ImportDebriefs({ year, unit, onClose }: Props) {
  const params = { year, unit }
  return (
    <ListImportModal
      title="导入双述双评名单"
      id="debriefImport"
      route="POST /api/years/:year/units/:unit/debriefs/workbook"
      input={(query, body) => ({ params, query, body })}
      done="名单已导入"
      template={
        <SaveAs
          text="名单模板"
          fetch={() => call('GET /api/years/:year/units/:unit/debriefs-template.xlsx', { params })}
        />
      }
      what="填好的名单"
      columns={[
        { id: 'name', title: '姓名', width: 140, value: row => row.name, onCard: 'title' },
        { id: 'post', title: '职务', width: 160, value: row => debriefPosts[row.post] },
        { id: 'branch', title: '所在党组织', width: 260, value: row => row.branch },
      ]}
      onClose={onClose}
    />
  )
}
