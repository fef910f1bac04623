/** What Vite provides in `import.meta`. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean }
}
