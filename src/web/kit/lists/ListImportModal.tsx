import { Modal } from 'antd'
import type { ReactNode } from 'react'
import type { CallAnswer, CallInput, RouteName } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import type { Column } from '../table/column.ts'
import { ListImport, type Preview } from './ListImport.tsx'

/** A row that a route of a list accepts. */
type AcceptedRow<N extends RouteName> =
  CallAnswer<N> extends { readonly accepted: readonly (infer Row)[] } ? Row : never

interface Props<N extends RouteName> {
  readonly title: string
  /** Id under which the view of the accepted rows is remembered. */
  readonly id: string
  /** A route made by `listRoute`: it is asked to check the file, then to write all its rows or none. */
  readonly route: N
  readonly input: (query: ListQuery, file: File) => CallInput<N>
  readonly done: string
  readonly template: ReactNode
  readonly what: string
  readonly columns: readonly Column<AcceptedRow<N>>[]
  readonly onClose: () => void
}

interface ListQuery {
  readonly name: string
  readonly step: 'check' | 'write'
  readonly as: string | undefined
}

/** Imports a list in a dialog, all rows or none. */
export function ListImportModal<N extends RouteName>(props: Props<N>) {
  const { title, id, route, input, done, template, what, columns, onClose } = props
  const [check, write] = [useAct(route, { refresh: [] }), useAct(route, { done })]
  const inputOf = (file: File, step: ListQuery['step'], as: string | undefined) =>
    input({ name: file.name, step, as }, file)

  async function save(_: unknown, file: File, as: string | undefined) {
    if ((await write.run(inputOf(file, 'write', as))) !== undefined) onClose()
    return []
  }

  return (
    <Modal open width={860} title={title} footer={null} mask={{ closable: false }} onCancel={onClose}>
      <ListImport
        id={id}
        template={template}
        what={what}
        megabytes={5}
        verb="导入"
        whole
        columns={columns}
        reading={{
          ...check,
          run: async (file, as) =>
            (await check.run(inputOf(file, 'check', as))) as Preview<AcceptedRow<N>> | undefined,
        }}
        writing={{ ...write, run: save }}
      />
    </Modal>
  )
}
