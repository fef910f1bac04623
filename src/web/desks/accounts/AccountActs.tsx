import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Account, OneTime } from './accountTypes.ts'

interface Props {
  readonly account: Account
  readonly mayNot: (act: string) => string | undefined
  readonly onReset: (reset: OneTime) => void
}

/** Shows the actions on an account: reset the password, unlock, reset the second factor, disable, enable. An action that is not allowed gives the reason. */
export function AccountActs({ account, mayNot, onReset }: Props) {
  const { modal } = App.useApp()
  const params = { account: account.id }
  const reset = useAct('POST /api/accounts/:account/password')
  const unlock = useAct('POST /api/accounts/:account/unlock', { done: '锁定已解除' })
  const remove = useAct('POST /api/accounts/:account/remove-second-factor', { done: '动态验证码已解除' })

  function askReset() {
    modal.confirm({
      title: `重置“${account.name}”的口令`,
      content: '原口令立即失效，正在登录的都会结束；得到一个一次性口令，交给本人。',
      okText: '重置口令',
      cancelText: '取消',
      onOk: async () => {
        const answer = await reset.run({ params })
        if (answer !== undefined) onReset(answer)
      },
    })
  }

  return (
    <div className="account-acts">
      <RefusedNotice error={reset.refused ?? unlock.refused ?? remove.refused} />
      <Line title="忘记口令" why={mayNot('resetPassword')}>
        <Button loading={reset.busy} onClick={askReset}>
          重置口令
        </Button>
      </Line>
      {account.lockedMinutes > 0 && (
        <Line title={`登录锁定，还有 ${account.lockedMinutes} 分钟`} why={mayNot('manage')}>
          <Button loading={unlock.busy} onClick={() => void unlock.run({ params })}>
            解除锁定
          </Button>
        </Line>
      )}
      {account.secondFactor && (
        <Line title="手机遗失，不能填写动态验证码" why={mayNot('removeSecondFactor')}>
          <Button loading={remove.busy} onClick={() => void remove.run({ params })}>
            解除动态验证码
          </Button>
        </Line>
      )}
      <Line title={account.state === 'disabled' ? '账号已停用' : '不再使用'} why={mayNot('manage')}>
        <DisableOrEnable account={account} />
      </Line>
    </div>
  )
}

function DisableOrEnable({ account }: { readonly account: Account }) {
  const disable = useAct('POST /api/accounts/:account/disable', { done: '账号已停用' })
  const enable = useAct('POST /api/accounts/:account/enable', { done: '账号已恢复' })
  const [asking, setAsking] = useState(false)
  const params = { account: account.id }
  const { revision } = account
  if (account.state === 'disabled') {
    return (
      <>
        <RefusedNotice error={enable.refused} />
        <Button loading={enable.busy} onClick={() => void enable.run({ params, body: { revision } })}>
          恢复账号
        </Button>
      </>
    )
  }
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        停用账号
      </Button>
      <ReasonModal
        open={asking}
        title={`停用“${account.name}”`}
        what="停用后不能登录，正在登录的立即结束；留痕和授权保留，可以恢复。"
        confirm="停用账号"
        danger
        most={200}
        act={disable}
        run={reason => disable.run({ params, body: { revision, reason } })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

function Line({
  title,
  why,
  children,
}: {
  readonly title: string
  readonly why: string | undefined
  readonly children: ReactNode
}) {
  return (
    <div className="act-line">
      <span>{title}</span>
      {why === undefined ? children : <span className="accounts-soft soft">{why}</span>}
    </div>
  )
}
