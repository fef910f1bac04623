import { useNavigate } from '@tanstack/react-router'
import { call, type CallAnswer } from '../../../client/call.ts'
import { useAct } from '../../../client/useAct.ts'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { ListImport } from '../../../kit/lists/ListImport.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { SaveAs } from '../../../kit/SaveAs.tsx'
import type { Column } from '../../../kit/table/column.ts'

type Preview = CallAnswer<'POST /api/years/:year/remedy-imports'>

/** Imports the list of last year's problems. */
export function RemedyImport({ year }: { readonly year: number }) {
  const navigate = useNavigate()
  const send = useAct('POST /api/years/:year/remedy-imports', { refresh: [] })
  const act = useAct('POST /api/years/:year/remedy-imports/:import/commit', { done: '已列入' })

  function look(file: File, as: string | undefined) {
    act.forget()
    return send.run({ params: { year }, query: { name: file.name.slice(0, 255), as }, body: file })
  }

  async function commit({ id }: Preview) {
    if ((await act.run({ params: { year, import: id }, body: {} })) !== undefined)
      await navigate({ to: `/${year}/remedies` })
    return []
  }

  return (
    <>
      <PageHead
        title="导入问题清单"
        state="先预览，再列入。"
        actions={<LinkButton to={`/${year}/remedies`}>返回清单</LinkButton>}
      />
      <ListImport
        id="remedyImport"
        template={
          <SaveAs
            text="问题清单模板"
            fetch={() => call('GET /api/years/:year/remedies-template.xlsx', { params: { year } })}
          />
        }
        what="填好的清单"
        megabytes={10}
        verb="列入"
        columns={columns}
        reading={{ ...send, run: look }}
        writing={{ ...act, run: commit }}
      />
    </>
  )
}

const columns: readonly Column<Preview['accepted'][number]>[] = [
  { id: 'problem', title: '问题', width: 420, value: row => row.problem, onCard: 'title' },
  { id: 'row', title: '行', width: 64, kind: 'number', value: row => row.row, onCard: 'figure' },
  { id: 'unit', title: '单位', width: 220, value: row => row.unitName, filter: true },
]
