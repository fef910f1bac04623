import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { AccountActs } from './AccountActs.tsx'
import { AccountSessions } from './AccountSessions.tsx'
import type { Account, AccountFile, OneTime } from './accountTypes.ts'
import { describeGrant, describeState } from './accountWords.ts'
import { GrantsForm } from './GrantsForm.tsx'
import { Slips } from './Slips.tsx'
import { accountFields } from '../../../contract/accounts/accountsFields.ts'
import { useAct } from '../../client/useAct.ts'
import { Fact } from '../../kit/Fact.tsx'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import './accounts.css'

const fields = {
  name: accountFields.name,
  username: { ...accountFields.username, hint: '修改后，下次登录用新的用户名。' },
}

/** Changes the username and display name. */
function NameForm({ account }: { readonly account: Account }) {
  const { id, name, username, revision } = account
  const act = useAct('PUT /api/accounts/:account', { done: '已保存' })
  const form = useForm(fields, {
    saved: { revision, values: { name, username } },
    acts: [act],
    refusedAt: { usernameTaken: 'username' },
    send: (sent, seen) => act.run({ params: { account: id }, body: { ...sent, revision: seen } }),
  })
  const { values } = form
  const isChanged = values.name.trim() !== name || values.username.trim() !== username
  return <InlineForm form={form} className="accounts-form" confirm="保存" quiet disabled={!isChanged} />
}

/** Shows one account: its state, and what the reader may do to it. */
export function AccountPage() {
  const { account } = useParams({ strict: false }) as { readonly account: string }
  const answer = useAnswer('GET /api/accounts/:account', { params: { account } })
  const listed = answer.data?.account
  return (
    <>
      <PageHead
        title={listed?.name ?? '账号'}
        state={listed && describeState(listed)}
        actions={<LinkButton to="/accounts">返回账号列表</LinkButton>}
      />
      <Answered of={answer}>{file => <Shown key={account} file={file} />}</Answered>
    </>
  )
}

function Shown({ file }: { readonly file: AccountFile }) {
  const { account, sessions } = file
  const [reset, setReset] = useState<OneTime>()
  const may = useMay()
  const mayNot = (act: string) => file.may.find(each => each.act === act)?.refused
  return (
    <>
      {reset !== undefined && <Slips of={[reset]} onDone={() => setReset(undefined)} />}
      <dl className="facts">
        <Fact name="用户名">
          <span translate="no">{account.username}</span>
        </Fact>
        <Fact name="类别">{account.administers ? '管理账号（三员）' : '业务账号'}</Fact>
        <Fact name="最近登录">
          {account.lastSignedInAt === undefined ? (
            '还没有登录过'
          ) : (
            <ChineseDate of={account.lastSignedInAt} />
          )}
        </Fact>
        <Fact name="动态验证码">{account.secondFactor ? '已启用' : '未启用'}</Fact>
        <Fact name="开设时间">
          <ChineseDate of={account.createdAt} />
        </Fact>
      </dl>
      <h2>角色</h2>
      {mayNot('grantRoles') === undefined ? (
        <GrantsForm account={account} />
      ) : (
        <>
          <p>{account.grants.map(describeGrant).join('、') || '还没有授予角色。'}</p>
          {may('grantRoles') && <p className="accounts-soft soft">{mayNot('grantRoles')}</p>}
        </>
      )}
      <h2>正在登录的设备</h2>
      <AccountSessions
        account={account.id}
        sessions={sessions}
        mayEnd={may('endSessions')}
        mayNot={mayNot('endSessions')}
      />
      {(may('manageAccounts') || may('removeSecondFactor')) && (
        <>
          <h2>办理</h2>
          <AccountActs account={account} mayNot={mayNot} onReset={setReset} />
        </>
      )}
      {mayNot('manage') === undefined && (
        <>
          <h2>用户名和名称</h2>
          <NameForm account={account} />
        </>
      )}
    </>
  )
}
