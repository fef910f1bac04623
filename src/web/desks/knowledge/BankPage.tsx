import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { call } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { SaveAs } from '../../kit/SaveAs.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { bankColumns } from './bankColumns.tsx'
import { ImportBank } from './ImportBank.tsx'
import type { BankQuestion } from './knowledgeTypes.ts'
import { QuestionForm } from './QuestionForm.tsx'
import './knowledge.css'

/** Shows the question bank by topic: enter, import, edit and retire questions. (四（二）) */
export function BankPage() {
  return (
    <AnsweredPage title="题库" of={useAnswer('GET /api/questions', {})}>
      {({ questions }) => <Shown questions={questions} />}
    </AnsweredPage>
  )
}

function Shown({ questions }: { readonly questions: readonly BankQuestion[] }) {
  const [editing, setEditing] = useState<BankQuestion | 'new'>()
  const [importing, setImporting] = useState(false)
  const retire = useAct('POST /api/questions/:question/retire', {})
  const columns = useMemo(
    () =>
      bankColumns({
        onEdit: setEditing,
        onRetire: ({ id, retired, revision }) =>
          void retire.run({ params: { question: id }, body: { retired: !retired, revision } }),
      }),
    [],
  )
  const inUse = questions.filter(question => !question.retired).length
  return (
    <>
      <PageHead
        title="题库"
        state={`在用${inUse}道，停用${questions.length - inUse}道。`}
        actions={
          <>
            <SaveAs text="导出" fetch={() => call('GET /api/questions.xlsx', {})} />
            <Button onClick={() => setImporting(true)}>导入</Button>
            <Button type="primary" onClick={() => setEditing('new')}>
              增加试题
            </Button>
          </>
        }
      />
      <RefusedNotice error={retire.refused} />
      <DataTable
        id="bank"
        label="题库"
        noExport
        unit="道题"
        rows={questions}
        columns={columns}
        rowKey={question => question.id}
        search="题干或主题"
        empty={
          <EmptyState
            title="题库还没有试题"
            what="先导出空白题库，按表头填好再导入；也可以逐题增加。"
            next={
              <Button type="primary" onClick={() => setImporting(true)}>
                导入题库
              </Button>
            }
          />
        }
      />
      {editing !== undefined && (
        <QuestionForm of={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
      {importing && <ImportBank onClose={() => setImporting(false)} />}
    </>
  )
}
