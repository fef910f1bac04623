import { call } from '../../../client/call.ts'
import { ListImportModal } from '../../../kit/lists/ListImportModal.tsx'
import { SaveAs } from '../../../kit/SaveAs.tsx'

/** Imports inspectors, all rows or none. */
export function ImportInspectors({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const params = { year }
  return (
    <ListImportModal
      title="导入核查人员"
      id="inspectorImport"
      route="POST /api/years/:year/inspectors/workbook"
      input={(query, body) => ({ params, query, body })}
      done="核查人员已导入"
      template={
        <SaveAs text="名单和模板" fetch={() => call('GET /api/years/:year/inspectors.xlsx', { params })} />
      }
      what="核查人员工作簿"
      columns={[
        { id: 'name', title: '姓名', width: 140, value: row => row.name, onCard: 'title' },
        { id: 'home', title: '所在单位', width: 240, value: row => row.homeName },
        { id: 'username', title: '用户名', width: 160, value: row => row.username },
      ]}
      onClose={onClose}
    />
  )
}
