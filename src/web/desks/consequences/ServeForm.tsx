import { Button, DatePicker, Form, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { type Consequence, effectOf } from './consequence.ts'

/** 登记送达: to whom, on which day, with what words; filled in with what is at hand. */
export function ServeForm({ year, one }: { readonly year: number; readonly one: Consequence }) {
  const act = useAct('POST /api/years/:year/units/:unit/consequences/:rule/notice', { done: '送达已登记' })
  const { data } = useAnswer('GET /api/years/:year', { params: { year } })
  const [to, setTo] = useState(
    one.on === 'appraisee' && one.personName !== undefined
      ? `${one.unitName} ${one.personName}`
      : one.unitName,
  )
  const [day, setDay] = useState<string>()
  const [text, setText] = useState(
    () => `根据${one.citation}，${one.name}：${effectOf(one)}，执行年度${one.takesEffect}年。`,
  )
  const servedOn = day ?? data?.today ?? ''
  const [asked, setAsked] = useState(false)

  function serve() {
    setAsked(true)
    if (to.trim() === '' || servedOn === '') return
    const body = { to: to.trim(), servedOn, text: text.trim() }
    void act.run({ params: { year, unit: one.unit, rule: one.rule }, body })
  }

  return (
    <Form layout="vertical" className="notice-form" onFinish={serve}>
      <RefusedNotice error={act.refused} />
      <Form.Item
        label="送达对象"
        htmlFor="notice-to"
        required
        {...(asked && to.trim() === '' && { validateStatus: 'error', help: '请填写送达给谁。' })}
      >
        <Input id="notice-to" value={to} maxLength={200} onChange={event => setTo(event.target.value)} />
      </Form.Item>
      <Form.Item label="送达日期" htmlFor="notice-day" required>
        <DatePicker
          id="notice-day"
          style={{ width: 180 }}
          value={servedOn === '' ? null : dayjs(servedOn)}
          allowClear={false}
          maxDate={data === undefined ? undefined : dayjs(data.today)}
          onChange={picked => setDay(picked?.format('YYYY-MM-DD'))}
        />
      </Form.Item>
      <Form.Item label="通知内容" htmlFor="notice-text" extra="单位在结果公布后可以看到。">
        <Input.TextArea
          id="notice-text"
          value={text}
          rows={4}
          maxLength={4000}
          onChange={event => setText(event.target.value)}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={act.busy}>
        登记送达
      </Button>
    </Form>
  )
}
