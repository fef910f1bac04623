import { Button, Form, InputNumber } from 'antd'
import { useState } from 'react'
import { useMay } from '../../client/SessionContext.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import './accounts.css'

/** 登录规则: passwords, locks and limits in force; the idle limit is the security administrator's to set. */
export function SignInRulesPage() {
  const may = useMay()
  return (
    <>
      <PageHead
        title="登录规则"
        state="对所有账号一样；不操作的时限由安全管理员设置"
        actions={<LinkButton to="/accounts">返回账号列表</LinkButton>}
      />
      <Answered of={useAnswer('GET /api/sign-in-rules', {})}>
        {({ rules, idleMinutes, revision }) => (
          <>
            <ul>
              {rules.map(rule => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
            {may('setSignInRules') && <IdleForm idleMinutes={idleMinutes} revision={revision} />}
          </>
        )}
      </Answered>
    </>
  )
}

function IdleForm({ idleMinutes, revision }: { readonly idleMinutes: number; readonly revision: number }) {
  const act = useAct('PUT /api/sign-in-rules', { done: '时限已保存', refresh: ['GET /api/sign-in-rules'] })
  const [minutes, setMinutes] = useState<number | null>(idleMinutes)
  return (
    <Form
      layout="vertical"
      className="accounts-form"
      onFinish={() => minutes !== null && void act.run({ body: { idleMinutes: minutes, revision } })}
    >
      <RefusedNotice error={act.refused} />
      <Form.Item
        label="不操作的时限（分钟）"
        htmlFor="idle-minutes"
        extra="5 到 240 分钟；超过后须重新登录，已填的内容不会丢失。"
      >
        <InputNumber
          id="idle-minutes"
          min={5}
          max={240}
          precision={0}
          controls={false}
          value={minutes}
          onChange={setMinutes}
        />
      </Form.Item>
      <Button
        type="primary"
        htmlType="submit"
        loading={act.busy}
        disabled={minutes === null || minutes === idleMinutes}
      >
        保存时限
      </Button>
    </Form>
  )
}
