/** The fields somebody posted to this page; empty when what came is not a form. */
export async function postedForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (error) {
    console.warn('A post that is not a form:', error);
    return new FormData();
  }
}
