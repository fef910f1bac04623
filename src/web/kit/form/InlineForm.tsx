import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { FormFields } from './FormFields.tsx'
import { FormNotice } from './FormNotice.tsx'
import { useReportRefused } from './KeepRefused.tsx'
import type { Fields } from './formValues.ts'
import type { FormState } from './useForm.ts'

interface Props<F extends Fields> {
  readonly form: FormState<F>
  readonly confirm: string
  readonly className: string
  readonly label?: string
  /** Whether sending is blocked; a string gives the reason. */
  readonly disabled?: boolean | string
  /** A minor action: its button is plain. */
  readonly quiet?: true
  /** Shows why it was not saved above the button, or in its line, instead of above the fields. */
  readonly noticeBelow?: true | 'inFoot'
  /** Content beside the button. */
  readonly aside?: ReactNode
  /** Class of the line of buttons. */
  readonly foot?: string
  /** Custom layout of the fields. */
  readonly children?: ReactNode
}

/** Shows a form in the page. */
export function InlineForm<F extends Fields>(props: Props<F>) {
  const {
    form,
    confirm,
    className,
    label,
    disabled = false,
    quiet,
    noticeBelow,
    aside,
    foot,
    children,
  } = props
  useReportRefused(form.refused !== undefined || form.conflict !== undefined)
  const notice = <FormNotice of={form} />
  return (
    <Form layout="vertical" className={className} aria-label={label} onFinish={form.submit}>
      {noticeBelow ? null : notice}
      {children ?? <FormFields of={form} />}
      {noticeBelow === true && notice}
      <div className={foot}>
        {noticeBelow === 'inFoot' && notice}
        <Button
          type={quiet || form.conflict !== undefined ? 'default' : 'primary'}
          htmlType="submit"
          loading={form.busy}
          disabled={disabled !== false}
          title={typeof disabled === 'string' ? disabled : undefined}
        >
          {confirm}
        </Button>
        {aside}
      </div>
    </Form>
  )
}
