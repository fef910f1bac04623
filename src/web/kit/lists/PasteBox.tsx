import { Button, Form, Input } from 'antd'
import { useId, useState } from 'react'
import './lists.css'

/** Takes rows pasted from a table, as the file that they would be. */
export function PasteBox({
  how,
  busy,
  onFile,
}: {
  readonly how: string
  readonly busy: boolean
  readonly onFile: (file: File) => void
}) {
  const at = useId()
  const [text, setText] = useState('')
  return (
    <Form
      layout="vertical"
      className="list-paste"
      onFinish={() => onFile(new File([text], '粘贴的清单.csv'))}
    >
      <Form.Item label="或者从表格中复制粘贴" htmlFor={at} extra={how}>
        <Input.TextArea
          id={at}
          rows={8}
          maxLength={1_000_000}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </Form.Item>
      <Button htmlType="submit" loading={busy} disabled={text.trim() === ''}>
        读取粘贴的清单
      </Button>
    </Form>
  )
}
