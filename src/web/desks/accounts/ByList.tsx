import { Button, Form, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useAnswer } from '../../client/useAnswer.ts'
import { RefusedList } from '../../kit/lists/RefusedRows.tsx'
import { parseList } from './parseList.ts'
import type { AskedAccount } from './useBulk.ts'

/** Creates accounts from a list pasted from a table; checks it while it is typed. */
export function ByList({ onStart }: { readonly onStart: (accounts: readonly AskedAccount[]) => void }) {
  const { data } = useAnswer('GET /api/accounts/units', {})
  const [text, setText] = useState('')
  const { accounts, refused } = useMemo(() => parseList(text, data?.units ?? []), [text, data])
  return (
    <Form
      layout="vertical"
      className="accounts-wide"
      onFinish={() => accounts.length > 0 && onStart(accounts)}
    >
      <Form.Item
        label="清单"
        htmlFor="bulk-list"
        extra="一行一个账号：用户名，名称，角色，单位。可从 Excel 复制粘贴；核查组和民意调查方不填单位。"
      >
        <Input.TextArea
          id="bulk-list"
          rows={10}
          maxLength={100_000}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </Form.Item>
      <RefusedList title={`${refused.length}个不能开设`} of={refused} />
      <Button type="primary" htmlType="submit" disabled={accounts.length === 0}>
        {refused.length > 0 ? `开设无误的${accounts.length}个账号` : `开设${accounts.length}个账号`}
      </Button>
    </Form>
  )
}
