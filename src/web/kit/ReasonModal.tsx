import type { ReactNode } from 'react'
import { tracedReasonField } from '../../contract/shape/field.ts'
import type { Refused } from '../client/Refused.ts'
import { FormModal } from './form/FormModal.tsx'
import { useForm } from './form/useForm.ts'

interface Props {
  readonly open: boolean
  readonly title: string
  /** What will happen, and what cannot be undone. */
  readonly what?: ReactNode
  readonly label?: string
  readonly confirm: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly refused?: Refused | undefined
  /** Maximum number of characters. */
  readonly most?: number
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
}

/** Asks for the written reason that an action requires; it goes into the audit trail. The text stays when the action is refused. */
export function ReasonModal({ open, ...props }: Props) {
  return open ? <Reason {...props} /> : null
}

function Reason({
  title,
  what,
  label = '理由',
  confirm,
  danger = false,
  busy = false,
  refused,
  most = 2000,
  onConfirm,
  onCancel,
}: Omit<Props, 'open'>) {
  const reason = tracedReasonField(label, { max: most, lines: 4, focus: true })
  const form = useForm(
    { reason },
    {
      acts: [{ busy, refused, forget: () => {} }],
      send: async sent => {
        onConfirm(sent.reason)
        return undefined
      },
    },
  )
  return (
    <FormModal
      form={form}
      title={title}
      confirm={confirm}
      danger={danger}
      what={what !== undefined && <p>{what}</p>}
      onClose={onCancel}
    />
  )
}
