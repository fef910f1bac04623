import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useMay } from '../../client/SessionContext.ts'
import { useAct } from '../../client/useAct.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { OneTime } from './accountTypes.ts'
import { type AskedGrant, GrantsField } from './GrantsField.tsx'
import { Slips } from './Slips.tsx'
import './accounts.css'

/** 开设账号: one, with a one-time password. */
export function NewAccountPage() {
  const [made, setMade] = useState<OneTime>()
  return (
    <>
      <PageHead
        title="开设账号"
        state={made === undefined ? '开设后得到一个一次性口令，交给本人首次登录' : `账号“${made.name}”已开设`}
        actions={<LinkButton to="/accounts">返回账号列表</LinkButton>}
      />
      {made === undefined ? (
        <NewForm onMade={setMade} />
      ) : (
        <Slips of={[made]} onDone={() => setMade(undefined)} />
      )}
    </>
  )
}

function NewForm({ onMade }: { readonly onMade: (made: OneTime) => void }) {
  const may = useMay()
  const act = useAct('POST /api/accounts', {
    refresh: ['GET /api/accounts', 'GET /api/accounts/proposals', 'GET /api/installation'],
  })
  const [username, setUsername] = useState('')
  const [name, setName] = useState('')
  const [administers, setAdministers] = useState(false)
  const [grants, setGrants] = useState<readonly AskedGrant[]>([])
  const [asked, setAsked] = useState(false)
  const missing = (text: string, help: string) =>
    asked && text.trim() === '' && { validateStatus: 'error' as const, help }

  async function submit() {
    setAsked(true)
    if (username.trim() === '' || name.trim() === '') return
    const answer = await act.run({ body: { username, name: name.trim(), administers, grants: [...grants] } })
    if (answer !== undefined) onMade(answer)
  }

  return (
    <Form layout="vertical" className="accounts-form" onFinish={() => void submit()}>
      <RefusedNotice error={act.refused} />
      <Form.Item
        label="姓名或名称"
        htmlFor="new-name"
        required
        {...missing(name, '请填写姓名，或单位、岗位的名称。')}
      >
        <Input
          id="new-name"
          autoComplete="off"
          value={name}
          maxLength={100}
          onChange={event => setName(event.target.value)}
        />
      </Form.Item>
      <Form.Item
        label="用户名"
        htmlFor="new-username"
        required
        extra="2 到 40 个汉字、小写字母或数字，中间可以有 . _ - @ ·"
        {...missing(username, '请填写用户名：2 到 40 个汉字、小写字母或数字。')}
      >
        <Input
          id="new-username"
          autoComplete="off"
          value={username}
          maxLength={40}
          onChange={event => setUsername(event.target.value)}
        />
      </Form.Item>
      {may('setUpAdministration') && (
        <Form.Item label="账号类别">
          <Radio.Group
            value={administers}
            onChange={event => setAdministers(event.target.value as boolean)}
            options={[
              { value: false, label: '业务账号' },
              { value: true, label: '管理账号（三员）' },
            ]}
          />
        </Form.Item>
      )}
      {may('grantRoles') ? (
        <Form.Item label="角色">
          <GrantsField value={grants} administers={false} onChange={setGrants} />
        </Form.Item>
      ) : (
        <p className="accounts-soft">角色由安全管理员另行授予。</p>
      )}
      <Button type="primary" htmlType="submit" loading={act.busy}>
        开设账号
      </Button>
    </Form>
  )
}
