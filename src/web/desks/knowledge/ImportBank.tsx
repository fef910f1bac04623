import { Modal } from 'antd'
import { questionKinds } from '../../../domain/campaign/exam/question.ts'
import { call, type CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { ListImport } from '../../kit/lists/ListImport.tsx'
import { SaveAs } from '../../kit/SaveAs.tsx'
import type { Column } from '../../kit/table/column.ts'

type Preview = CallAnswer<'POST /api/questions/preview'>

/** Imports questions into the bank. */
export function ImportBank({ onClose }: { readonly onClose: () => void }) {
  const read = useAct('POST /api/questions/preview', { refresh: [] })
  const act = useAct('POST /api/questions/import', {})

  async function commit({ accepted }: Preview) {
    const done = await act.run({ body: { questions: accepted } })
    if (done?.refused.length === 0) onClose()
    return done?.refused ?? []
  }

  return (
    <Modal open width={860} title="导入题库" footer={null} mask={{ closable: false }} onCancel={onClose}>
      <ListImport
        id="bankImport"
        template={
          <>
            <p className="soft">
              表头是题型、主题、题干、答案、选项A至选项H；答案填字母，例如 A 或 ACD，判断题填正确或错误。
            </p>
            <SaveAs text="下载现有题库作样本" fetch={() => call('GET /api/questions.xlsx', {})} />
          </>
        }
        what="题库工作簿"
        megabytes={4}
        verb="导入"
        columns={columns}
        reading={{ ...read, run: (file, as) => read.run({ query: { name: file.name, as }, body: file }) }}
        writing={{ ...act, run: commit }}
      />
    </Modal>
  )
}

const columns: readonly Column<Preview['accepted'][number]>[] = [
  { id: 'stem', title: '题干', width: 420, value: row => row.stem, onCard: 'title' },
  { id: 'kind', title: '题型', width: 100, value: row => questionKinds[row.kind], filter: true },
  { id: 'topic', title: '主题', width: 160, value: row => row.topic, filter: true },
]
