import { Button } from 'antd'
import { useState } from 'react'
import type { CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { AskedField } from './AskedField.tsx'

const READ = 'GET /api/session/second-factor'

/** Sets up, changes and removes the reader's second factor, a code from their own phone. */
export function MySecondFactor() {
  return (
    <Answered of={useAnswer(READ, {})}>
      {({ on, codesLeft }) => (on ? <InUse codesLeft={codesLeft} /> : <NotYet />)}
    </Answered>
  )
}

function NotYet() {
  const begin = useAct('POST /api/session/second-factor/begin', { refresh: [] })
  const [asked, setAsked] = useState(false)
  const [begun, setBegun] = useState<CallAnswer<'POST /api/session/second-factor/begin'>>()
  if (begun !== undefined) return <Confirming begun={begun} />
  if (!asked) {
    return (
      <>
        <p>未启用。启用后，登录时除口令外还要填写手机验证器上的六位数字，口令泄露时他人也不能登录。</p>
        <Button onClick={() => setAsked(true)}>启用动态验证码</Button>
      </>
    )
  }
  return (
    <AskedField
      label="请先填写现在的口令"
      type="password"
      confirm="下一步"
      act={begin}
      onSubmit={async password => setBegun(await begin.run({ body: { password } }))}
      onCancel={() => setAsked(false)}
    />
  )
}

function Confirming({ begun }: { readonly begun: CallAnswer<'POST /api/session/second-factor/begin'> }) {
  const confirm = useAct('POST /api/session/second-factor/confirm', {
    done: '动态验证码已启用',
    refresh: [READ],
  })
  return (
    <>
      <p>1. 用手机上的验证器扫描这个二维码；不能扫描时，手工填写密钥 {begun.key}。</p>
      <img
        className="me-qr"
        alt="二维码，内容与密钥相同"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.qr)}`}
      />
      <p>2. 把恢复码抄下收好：手机不在身边时，每个恢复码可以登录一次。</p>
      <RecoveryCodes codes={begun.codes} />
      <AskedField
        label="3. 填写手机上显示的六位数字"
        type="text"
        confirm="启用"
        act={confirm}
        onSubmit={code => confirm.run({ body: { code } })}
      />
    </>
  )
}

function InUse({ codesLeft }: { readonly codesLeft: number }) {
  const renew = useAct('POST /api/session/second-factor/codes', { refresh: [READ] })
  const end = useAct('POST /api/session/second-factor/end', { done: '动态验证码已停用', refresh: [READ] })
  const [asked, setAsked] = useState<'renew' | 'end'>()
  const [codes, setCodes] = useState<readonly string[]>()
  return (
    <>
      <p>已启用，还有 {codesLeft} 个恢复码没有用过。</p>
      {codes !== undefined && <RecoveryCodes codes={codes} />}
      {asked === undefined && (
        <p className="buttons">
          <Button onClick={() => setAsked('renew')}>换一组恢复码</Button>
          <Button danger onClick={() => setAsked('end')}>
            停用
          </Button>
        </p>
      )}
      {asked !== undefined && (
        <AskedField
          label="请填写现在的口令"
          type="password"
          confirm={asked === 'renew' ? '换一组恢复码' : '停用动态验证码'}
          act={asked === 'renew' ? renew : end}
          onSubmit={async password => {
            if (asked === 'end') return void (await end.run({ body: { password } }))
            const answer = await renew.run({ body: { password } })
            if (answer === undefined) return
            setCodes(answer.codes)
            setAsked(undefined)
          }}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

/** Shows the recovery codes, once. */
function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <ul className="me-codes" aria-label="恢复码">
      {codes.map(code => (
        <li key={code} translate="no">
          {code}
        </li>
      ))}
    </ul>
  )
}
