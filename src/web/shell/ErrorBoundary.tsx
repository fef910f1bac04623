import { Component, type ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** Text after the message in place: the part that failed, or the whole page. */
  readonly where?: string
}

/** Shows an error page, so that a fault of one page does not empty the screen. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className="opening" role="alert">
        <p>
          {this.props.where ?? '这个页面'}
          出了故障，已保存的内容不受影响。请重新载入；仍然如此时，请把刚才的操作告诉系统管理员。
        </p>
        <button type="button" className="plain-button" onClick={() => location.reload()}>
          重新载入
        </button>
      </div>
    )
  }
}
