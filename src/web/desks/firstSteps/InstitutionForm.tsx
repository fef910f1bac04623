import { Button } from 'antd'
import { useState } from 'react'
import { institutionFields } from '../../../contract/installation/installationFields.ts'
import { useAct } from '../../client/useAct.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { Installation } from './StepList.tsx'

/** Sets or changes the name of the institution and the address at which others open the pages. */
export function InstitutionForm({ of: { institution, address, revision } }: { readonly of: Installation }) {
  const act = useAct('PUT /api/installation/institution', { done: '本单位名称已保存' })
  const [open, setOpen] = useState(institution === '')
  const form = useForm(institutionFields, {
    saved: { revision, values: { institution, address } },
    acts: [act],
    send: (sent, seen) => act.run({ body: { ...sent, revision: seen } }),
    after: () => setOpen(false),
  })
  if (!open) return <Button onClick={() => setOpen(true)}>修改</Button>
  return <InlineForm form={form} className="institution-form" confirm="保存名称" />
}
