import { jest } from '@jest/globals';

/** What `act` writes to standard output, kept from the terminal. */
export async function captureOutput(act: () => unknown): Promise<string> {
  const written: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    await act();
  } finally {
    spy.mockRestore();
  }
  return written.join('');
}
