/** What vite says of itself. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean }
}
