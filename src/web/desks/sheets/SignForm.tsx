import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Sheet } from './sheetTypes.ts'

/** 补登单位签字, by whoever inspected: signed on paper, or refused with what was said. */
export function SignForm({ year, sheet }: { readonly year: number; readonly sheet: Sheet }) {
  const act = useAct('POST /api/years/:year/sheets/:sheet/unit-signature', { done: '签字情况已登记' })
  const [kind, setKind] = useState<'paper' | 'refused'>('paper')
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const isMissing = asked && text.trim() === ''
  const label = kind === 'paper' ? '签字人姓名' : '拒签的情况和理由'

  function save() {
    setAsked(true)
    if (text.trim() === '') return
    const unit = kind === 'paper' ? { kind, name: text.trim() } : { kind, reason: text.trim() }
    void act.run({ params: { year, sheet: sheet.sheet }, body: { unit, revision: sheet.revision } })
  }

  return (
    <Form layout="vertical" className="sheet-form" onFinish={save}>
      <RefusedNotice error={act.refused} />
      <Radio.Group
        aria-label="单位签字的情况"
        value={kind}
        onChange={event => setKind(event.target.value as 'paper' | 'refused')}
        options={[
          { value: 'paper', label: '单位已在纸质表上签字' },
          { value: 'refused', label: '单位拒绝签字' },
        ]}
      />
      <Form.Item
        label={label}
        htmlFor="sign-text"
        required
        {...(isMissing && { validateStatus: 'error', help: `请填写${label}。` })}
        extra="登记后核查情况生效，单位可以答复。"
      >
        <Input.TextArea
          id="sign-text"
          rows={kind === 'paper' ? 1 : 3}
          value={text}
          maxLength={kind === 'paper' ? 200 : 2000}
          onChange={event => setText(event.target.value)}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={act.busy}>
        登记
      </Button>
    </Form>
  )
}
