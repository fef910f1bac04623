import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { ConflictNotice } from '../../kit/ConflictNotice.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Installation } from './StepList.tsx'

/** 本单位名称, set or changed. */
export function InstitutionForm({ of: { institution, revision } }: { readonly of: Installation }) {
  const queries = useQueryClient()
  const act = useAct('PUT /api/installation/institution', { done: '本单位名称已保存' })
  const [open, setOpen] = useState(institution === '')
  const [name, setName] = useState(institution)
  const [seen, setSeen] = useState(revision)
  const [asked, setAsked] = useState(false)
  const isMissing = asked && name.trim() === ''

  async function save(on = seen) {
    setAsked(true)
    if (name.trim() === '') return
    const saved = await act.run({ body: { institution: name.trim(), revision: on } })
    // Refused because somebody else was quicker: their name is shown beside this one.
    if (saved === undefined) return void queries.invalidateQueries({ queryKey: ['GET /api/installation'] })
    setSeen(saved.revision)
    setOpen(false)
  }
  function edit() {
    setName(institution)
    setSeen(revision)
    setOpen(true)
  }

  if (!open) return <Button onClick={edit}>修改名称</Button>
  return (
    <Form layout="vertical" className="institution-form" onFinish={() => void save()}>
      {act.refused?.code === 'staleRevision' ? (
        <ConflictNotice
          refused={act.refused}
          fields={[{ label: '本单位名称', theirs: institution, mine: name }]}
          busy={act.busy}
          onTakeTheirs={() => {
            act.forget()
            setOpen(false)
          }}
          onSaveMine={() => void save(revision)}
        />
      ) : (
        <RefusedNotice error={act.refused} />
      )}
      <Form.Item
        label="本单位名称"
        htmlFor="institution-name"
        required
        {...(isMissing && { validateStatus: 'error', help: '请填写本单位的全称。' })}
      >
        <Input
          id="institution-name"
          value={name}
          maxLength={200}
          onChange={event => setName(event.target.value)}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={act.busy}>
        保存名称
      </Button>
    </Form>
  )
}
