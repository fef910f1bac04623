import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { canonicalText } from '../../../../domain/kernel/ids.ts'
import { compareSchemes } from '../../../../contract/scheme/compareSchemes.ts'
import { type SchemeDocument, withAllLists } from '../../../../contract/scheme/schemeDocument.ts'
import { useAct } from '../../../client/useAct.ts'
import { ConflictNotice } from '../../../kit/ConflictNotice.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { FormContext, type Path } from '../fields/FormContext.ts'
import type { Fault, SchemeVersion } from '../schemeTypes.ts'
import { useRereadWhenStale } from '../useRereadWhenStale.ts'
import { CheckPanel } from './CheckPanel.tsx'
import { mergeSchemes } from './mergeSchemes.ts'
import { PartEditor } from './PartEditor.tsx'
import { PartMenu } from './PartMenu.tsx'
import { editParts, partOf, readingPart } from './parts.ts'
import { useCheck } from './useCheck.ts'
import { useDraft } from './useDraft.ts'

/** Edits a draft: parts on the left, the form, and the engine's check beside it. */
export function Editing({ of }: { readonly of: SchemeVersion }) {
  const { head } = of
  const { part: wanted } = useSearch({ strict: false }) as { readonly part?: string }
  const navigate = useNavigate()
  const draft = useDraft(of)
  const check = useCheck(draft.document)
  const save = useAct('PUT /api/schemes/:version', { done: '草案已保存' })
  useRereadWhenStale(save.refused)
  const [focus, setFocus] = useState<Path>()
  const part = editParts.find(one => one.key === wanted) ?? editParts[0]!
  const theirs = useMemo(() => withAllLists(of.document), [of.document])
  const isBehind = head.revision > draft.revision
  const sameAsTheirs = useMemo(
    () => isBehind && canonicalText(theirs) === canonicalText(draft.document),
    [isBehind, theirs, draft.document],
  )
  const isStale = isBehind && draft.isChanged && !sameAsTheirs
  useEffect(() => {
    // Nothing of mine is at stake: go on from what stands there now.
    if (isBehind && !isStale) draft.restart(head.revision, theirs)
  })
  const around = useMemo(
    () => ({ document: draft.document, faults: check.faults }),
    [draft.document, check.faults],
  )

  async function keep(document: SchemeDocument, revision: number) {
    const saved = await save.run({ params: { version: head.version }, body: { revision, document } })
    if (saved !== undefined) draft.restart(saved.head.revision, document)
  }

  function go(fault: Fault) {
    const grades = draft.document.rulings.findIndex(ruling => ruling.topic === 'overallGrades')
    setFocus([...fault.path])
    show(partOf(fault.path, grades))
  }

  function show(key: string) {
    void navigate({ to: '.', search: { part: key } as never, replace: true })
  }

  const saveButton = (
    <Button
      type="primary"
      loading={save.busy}
      disabled={!draft.isChanged || !check.whole || isStale}
      onClick={() => void keep(draft.document, draft.revision)}
    >
      保存草案
    </Button>
  )
  return (
    <FormContext value={around}>
      <PageHead
        title={`编制：${draft.document.title}`}
        state={describeState(head.number, draft.isChanged, check.whole)}
        actions={
          <>
            <LinkButton to={`/schemes/${head.version}`} search={{ part: readingPart(part.key) } as never}>
              返回阅读
            </LinkButton>
            {saveButton}
          </>
        }
      />
      {draft.restored && draft.isChanged && !isStale && (
        <Alert
          className="scheme-alert"
          type="info"
          showIcon
          title="上次没有保存的修改还在，已接着放在这里。"
          action={
            <Button size="small" onClick={() => draft.restart(head.revision, theirs)}>
              放弃这些修改
            </Button>
          }
        />
      )}
      {isStale ? (
        <Conflict
          of={of}
          draft={draft}
          theirs={theirs}
          busy={save.busy}
          onSave={keep}
          refusedMessage={save.refused?.message}
        />
      ) : (
        <RefusedNotice error={save.refused} />
      )}
      <div className="scheme-edit">
        <PartMenu at={part.key} faults={check.faults} document={draft.document} onGo={show} />
        <div className="edit-form">
          <h2>{part.title}</h2>
          <PartEditor
            key={`${part.key} ${draft.generation}`}
            part={part}
            document={draft.document}
            focus={focus}
            onChange={draft.change}
          />
          <datalist id="scheme-clauses">
            {draft.document.clauses.map(({ citation, restated }) => (
              <option key={citation} value={citation} label={restated} />
            ))}
          </datalist>
        </div>
        <CheckPanel check={check} onGo={go} />
      </div>
    </FormContext>
  )
}

function describeState(number: number, isChanged: boolean, whole: boolean): string {
  if (!isChanged) return `第${number}版草案，没有未保存的修改`
  return whole
    ? `第${number}版草案，有未保存的修改`
    : `第${number}版草案，有未保存的修改；有必填项还空着，补齐后才能保存（所填已暂存在本机）`
}

interface ConflictProps {
  readonly of: SchemeVersion
  readonly draft: ReturnType<typeof useDraft>
  readonly theirs: SchemeDocument
  readonly busy: boolean
  readonly refusedMessage: string | undefined
  readonly onSave: (document: SchemeDocument, revision: number) => Promise<void>
}

/** Resolves a conflict after somebody else saved: merges both versions and shows the remaining differences before saving. */
function Conflict({ of: { head }, draft, theirs, busy, refusedMessage, onSave }: ConflictProps) {
  const merged = useMemo(
    () => mergeSchemes(draft.base, theirs, draft.document),
    [draft.base, theirs, draft.document],
  )
  const fields = useMemo(
    () =>
      compareSchemes(theirs, merged).map(({ place, partName, was, is }) => ({
        label: `${partName} ${place}`,
        theirs: was ?? '（没有）',
        mine: is ?? '（没有）',
      })),
    [theirs, merged],
  )
  const message =
    refusedMessage ?? `${head.changedBy}在您编辑时保存了这份草案；您的修改还没有保存，请核对后再保存。`
  return (
    <ConflictNotice
      refused={{ message } as never}
      fields={fields}
      busy={busy}
      onTakeTheirs={() => draft.restart(head.revision, theirs)}
      onSaveMine={() => void onSave(merged, head.revision)}
    />
  )
}
