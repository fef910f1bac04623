import { Button, Form, Modal } from 'antd'
import { App } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { DayField } from '../../../kit/DayField.tsx'

/** 由上年度失分列出问题清单; what is listed already is not listed again. */
export function FromLastYear({ year }: { readonly year: number }) {
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const [deadline, setDeadline] = useState('')
  const act = useAct('POST /api/years/:year/remedies/from-last-year')

  async function list() {
    const done = await act.run({ params: { year }, body: deadline === '' ? {} : { deadline } })
    if (done === undefined) return
    setAsking(false)
    void message.success(
      done.added === 0
        ? '没有可列的：上年度失分的行都已列过，或没有上年度的结果'
        : `为${done.units}个单位列出${done.added}项`,
    )
  }

  return (
    <>
      <Button onClick={() => setAsking(true)}>由上年度失分列出</Button>
      <Modal
        open={asking}
        title="由上年度失分列出问题清单"
        okText="列出"
        cancelText="取消"
        confirmLoading={act.busy}
        onOk={() => void list()}
        onCancel={() => {
          setAsking(false)
          act.forget()
        }}
      >
        <p>上年度每个单位失分的每一行列为一项，由单位填写措施和佐证。已经列过的不重复。</p>
        <RefusedNotice error={act.refused} />
        <Form layout="vertical" component="div">
          <Form.Item label="整改期限（可不填）" htmlFor="last-year-deadline">
            <DayField id="last-year-deadline" value={deadline} onChange={setDeadline} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
