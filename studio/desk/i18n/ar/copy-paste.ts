/** Copying and pasting fields, in Arabic: Studio's namespace `copy-paste`. */
export const copyPaste = {
  "copy-paste.field-action-copy-button.document.title": "نسخ المستند",
  "copy-paste.field-action-copy-button.field.title": "نسخ الحقل",
  "copy-paste.field-action-paste-button.document.title": "لصق المستند",
  "copy-paste.field-action-paste-button.field.title": "لصق الحقل",
  "copy-paste.on-paste.validation.read-only-target.description": "الموضع المستهدف للقراءة فقط",
  "copy-paste.on-paste.validation.read-only-fields-skipped.description":
    "تُركت حقول للقراءة فقط: {{fieldNames}}",
  "copy-paste.on-paste.validation.read-only-fields-skipped-truncated.description":
    "تُركت حقول للقراءة فقط: {{fieldNames}} و{{count}} غيرها",
  "copy-paste.on-paste.validation.schema-type-incompatible.description":
    "نوعا المخطط في المصدر والموضع المستهدف غير متوافقين",
  "copy-paste.on-paste.validation.reference-type-incompatible.description":
    "لا يُسمح بمراجع من النوع «{{sourceReferenceType}}» في حقل مراجع يقبل الأنواع «{{targetReferenceTypes}}»",
  "copy-paste.on-paste.validation.reference-filter-incompatible.description":
    "مرشّح حقل المراجع لا يسمح بهذا المرجع",
  "copy-paste.on-paste.validation.reference-validation-failed.description":
    "المستند المشار إليه «{{ref}}» غير موجود",
  "copy-paste.on-paste.validation.image-file-incompatible.description":
    "لا يُسمح بـ«{{sourceSchemaType}}» في «{{targetSchemaType}}»",
  "copy-paste.on-paste.validation.array-type-incompatible.description":
    "لا يُسمح بقيمة من النوع «{{type}}» في هذه القائمة",
  "copy-paste.on-paste.validation.array-value-incompatible.description":
    "لا يُسمح بقيمة من النوع «{{type}}» في هذه القائمة",
  "copy-paste.on-paste.validation.string-value-incompatible.description":
    "القيمة «{{value}}» ليست من المسموح به: «{{allowedStrings}}»",
  "copy-paste.on-paste.validation.primitive-type-incompatible.description":
    "لا يُسمح بقيمة من النوع «{{type}}» في هذا الحقل",
  "copy-paste.on-paste.validation.clipboard-empty.title": "لا شيء للصقه",
  "copy-paste.on-paste.validation.clipboard-invalid.title": "محتوى الحافظة غير صالح",
  "copy-paste.on-paste.validation.schema-type-incompatible.title": "تعذّر تحديد نوع المخطط للمسار: {{path}}",
  "copy-paste.on-paste.validation.partial-warning.title": "تعذّر لصق كل القيم",
  "copy-paste.on-paste.validation.mime-type-incompatible.description":
    "هذا الحقل لا يقبل النوع «{{mimeType}}» من الملفات",
  "copy-paste.on-paste.validation.mime-type-validation-failed.description": "فشل التحقق من نوع الملف",
  "copy-paste.on-copy.validation.schema-type-incompatible.title": "تعذّر تحديد نوع المخطط للمسار: {{path}}",
  "copy-paste.on-copy.validation.no-value.title": "قيمة فارغة، لا شيء لنسخه",
  "copy-paste.on-copy.validation.clipboard-not-supported.description":
    "لا يمكن نسخ هذا المحتوى دون الوصول إلى الحافظة. اسمح بذلك في إعدادات المتصفح، ثم حاول النسخ مجددًا.",
  "copy-paste.on-copy.validation.clipboard-not-supported.title": "الوصول إلى الحافظة محظور",
} as const;
