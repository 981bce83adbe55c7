/** Whether random tests try new cases, and many more of them: `npm run test:long`. */
export const isLong = process.env["COPYDESK_TEST_LONG"] === "1";
