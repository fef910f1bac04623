import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useSaveFile } from '../../client/useSaveFile.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { UploadBox } from '../../kit/UploadBox.tsx'

type Preview = CallAnswer<'POST /api/questions/preview'>
type Refused = Preview['refused']

/** 导入题库: preview first, refused rows with their reason, then the accepted ones. */
export function ImportBank({ onClose }: { readonly onClose: () => void }) {
  const [preview, setPreview] = useState<Preview>()
  const [left, setLeft] = useState<Refused>()
  const sample = useSaveFile('GET /api/questions.xlsx')
  const read = useAct('POST /api/questions/preview', { refresh: [] })
  const act = useAct('POST /api/questions/import', {})
  const submit = async () => {
    const done = await act.run({ body: { questions: preview!.accepted } })
    if (done === undefined) return
    if (done.refused.length === 0) onClose()
    else setLeft(done.refused)
  }
  return (
    <Modal
      open
      width={640}
      title="导入题库"
      okText={preview === undefined ? '导入' : `导入通过的${preview.accepted.length}道`}
      cancelText="关闭"
      confirmLoading={act.busy}
      okButtonProps={{
        disabled: preview === undefined || preview.accepted.length === 0 || left !== undefined,
      }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <RefusedNotice error={read.refused ?? act.refused} />
      <p>
        表头是题型、主题、题干、答案、选项A至选项H；答案填字母，例如 A 或 ACD，判断题填正确或错误。
        <Button type="link" size="small" loading={sample.busy} onClick={() => sample.save({})}>
          下载现有题库作样本
        </Button>
      </p>
      <UploadBox
        accept={['.xlsx']}
        megabytes={4}
        what="题库工作簿"
        busy={read.busy}
        onFile={file => {
          setLeft(undefined)
          void read.run({ query: { name: file.name }, body: file }).then(setPreview)
        }}
      />
      {preview !== undefined && left === undefined && (
        <RefusedRows
          head={`通过${preview.accepted.length}道，退回${preview.refused.length}行。`}
          rows={preview.refused}
          unit="行"
        />
      )}
      {left !== undefined && (
        <RefusedRows head={`已写入，另有${left.length}道没有写入：`} rows={left} unit="道" />
      )}
    </Modal>
  )
}

function RefusedRows({
  head,
  rows,
  unit,
}: {
  readonly head: string
  readonly rows: Refused
  readonly unit: string
}) {
  return (
    <div className="test-impact" role="status">
      <p>{head}</p>
      <ul>
        {rows.map(({ row, reason }) => (
          <li key={row}>
            第{row}
            {unit}：{reason}
          </li>
        ))}
      </ul>
    </div>
  )
}
