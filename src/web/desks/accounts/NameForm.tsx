import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { ConflictNotice } from '../../kit/ConflictNotice.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Account } from './accountTypes.ts'

/** 修改用户名和名称. */
export function NameForm({ account }: { readonly account: Account }) {
  const act = useAct('PUT /api/accounts/:account', { done: '已保存' })
  const [name, setName] = useState(account.name)
  const [username, setUsername] = useState(account.username)
  const [seen, setSeen] = useState(account.revision)
  const isChanged = name.trim() !== account.name || username.trim() !== account.username

  async function save(revision: number) {
    const answer = await act.run({
      params: { account: account.id },
      body: { username, name: name.trim(), revision },
    })
    if (answer !== undefined) setSeen(answer.revision)
  }
  function takeTheirs() {
    act.forget()
    setName(account.name)
    setUsername(account.username)
    setSeen(account.revision)
  }

  return (
    <Form layout="vertical" className="accounts-form" onFinish={() => isChanged && void save(seen)}>
      {act.refused?.code === 'staleRevision' ? (
        <ConflictNotice
          refused={act.refused}
          fields={[
            { label: '名称', theirs: account.name, mine: name },
            { label: '用户名', theirs: account.username, mine: username },
          ].filter(({ theirs, mine }) => theirs !== mine)}
          busy={act.busy}
          onTakeTheirs={takeTheirs}
          onSaveMine={() => void save(account.revision)}
        />
      ) : (
        <RefusedNotice error={act.refused} />
      )}
      <Form.Item label="姓名或名称" htmlFor="account-name" required>
        <Input
          id="account-name"
          value={name}
          maxLength={100}
          onChange={event => setName(event.target.value)}
        />
      </Form.Item>
      <Form.Item label="用户名" htmlFor="account-username" required extra="修改后，下次登录用新的用户名。">
        <Input
          id="account-username"
          value={username}
          maxLength={40}
          onChange={event => setUsername(event.target.value)}
        />
      </Form.Item>
      <Button htmlType="submit" loading={act.busy} disabled={!isChanged || name.trim() === ''}>
        保存
      </Button>
    </Form>
  )
}
