/** What lib.dom leaves out: readings that only Chromium browsers have. */
interface MemoryInfo {
  readonly usedJSHeapSize: number;
  readonly totalJSHeapSize: number;
  readonly jsHeapSizeLimit: number;
}

interface UserAgentMemory {
  readonly bytes: number;
  readonly breakdown: readonly { readonly bytes: number; readonly types: readonly string[] }[];
}

interface Performance {
  readonly memory?: MemoryInfo;
  measureUserAgentSpecificMemory?(): Promise<UserAgentMemory>;
}
