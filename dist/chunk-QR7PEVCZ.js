const {createHash:Fn}=process.getBuiltinModule("node:crypto");const {createHash:Zo}=process.getBuiltinModule("node:crypto");import{$ma as rr,$mb as tr,$me as or}from"./chunk-verify.js";import{$oa as Ze}from"./chunk-verify.js";import{a as Qe,b as er}from"./chunk-7MQJ2MXZ.js";import"./chunk-verify.js";import"./chunk-verify.js";import{$va as Je}from"./chunk-verify.js";import"./chunk-verify.js";import{a as je}from"./chunk-YQRA6K2U.js";import{$1a as Ve,$1b as Ue}from"./chunk-threads.js";import{$bc as We}from"./chunk-evidence-and-verify-and-threads.js";import{$5a as Le}from"./chunk-threads.js";import{$ga as Ne}from"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$ga as Ie}from"./chunk-gate-and-evidence-and-cli.js";import{$9a as Ae}from"./chunk-evidence.js";import{$ca as _e}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import{$6a as G}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import{$7b as Be}from"./chunk-evidence.js";import"./chunk-evidence.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$5a as Oe}from"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence-and-cli.js";import{$0b as T}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import{$3b as Ke}from"./chunk-cli-and-verify.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$7b as de}from"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$4a as qe,$4b as O}from"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$8c as z}from"./chunk-of-all.js";import{$ya as ze,$yb as Ye}from"./chunk-verify.js";import{$qc as Ge,$qd as He}from"./chunk-verify.js";import"./chunk-verify.js";import"./chunk-verify.js";import{$1a as Xe}from"./chunk-verify.js";import"./chunk-verify.js";import{$0a as Fe}from"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$iE as Te,$il as Ce,$in as Ee,$io as De}from"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$0a as I}from"./chunk-of-all.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$5e as Pe}from"./chunk-of-all.js";import{$ka as xe,$kb as Se,$kc as Me}from"./chunk-of-all.js";import"./chunk-of-all.js";function H({signedBy:e,byRunKey:r,platform:t}){return{signature:e.length===0?{kind:"unchecked"}:{kind:r?"run":"lasting",keys:e},platform:Mt(t)}}function Mt(e){switch(e.kind){case"none":return{kind:"none"};case"verified":{let{claims:r}=e;return{kind:"verified",repository:r.repository_id,workflow:r.job_workflow_ref,workflowCommit:r.job_workflow_sha,event:r.event_name,runner:r.runner_environment,run:r.run_id,attempt:r.run_attempt}}case"countersigned":{let{claims:r}=e;return{kind:"countersigned",repository:r.repository_id,workflowCommit:r.job_workflow_sha,event:r.event_name,runner:r.runner_environment,run:r.run_id,attempt:r.run_attempt}}case"unverified":case"absent":case"wrong":case"unreadable":return{kind:"unverified",why:Ve(e)}}}var Pt={"run.intent":["head","run","attempt","expected_kinds","deadline"],"policy.decision":["decision","cause","error","provisional","subject","environment","rules","waivers","people","policy","configuration","input","answers"],"change.approval":["approvals","required","threads","tickets","checks"],"change.merged":["commit","method","pull_request","decision","pushed_by"],"change.bypass":["commit","tree","expected_tree","state","reason","exception","pull_request","pushed_by"],sbom:["artifact","format","format_version","component_count","document","built_from"],deployment:["environment","digest","decision","status"]},Ot=["event_time","run_id","run_attempt","outcome","facts","control_refs","related","kept_by","kept_days"];function ir(e){if(e.kind==="unrecognised")return e;let{kind:r,subject:t,evidence:o,details:n}=e,i=Pt,s={kind:r,subject:t,evidence:nr(o,Ot),details:nr(n,i[r]??[])};return Ct(s)}function Ct(e){if(e.kind!=="policy.decision")return e;let{details:r}=e;return{...e,details:{...r,answers:{...r.answers,items:[]}}}}var nr=(e,r)=>Object.fromEntries(Object.entries(e).filter(([t])=>r.includes(t)));function ar(e,r,t){let{stream:o,slot:n,position:i,name:s,storedAt:d,digest:l,signedBy:p,byRunKey:m,platform:c}=e;return{placed:{stream:o,slot:n,position:i,name:s,storedAt:d,digest:l,signedBy:p,byRunKey:m,platform:c},record:ir(r),slotDigest:t}}function b(e){return r=>r.record.kind===e}function y({placed:e,record:r}){return r.kind==="unrecognised"?e.storedAt:Date.parse(r.evidence.event_time)}function N({placed:e,slotDigest:r}){let{stream:t,name:o,digest:n,slot:i,position:s}=e,{signature:d,platform:l}=H(e);return{record:n,key:Ee(t,o),stream:t,slot:i,position:s,slotDigest:r,signature:d,platform:l}}function sr(e){let{record:r}=e;return r.kind==="unrecognised"?{kind:`not recognised: ${r.predicateType}`,at:y(e),outcome:null,proof:N(e)}:{kind:r.kind,at:y(e),outcome:Et[r.evidence.outcome],proof:N(e)}}var Et={pass:"passed",fail:"failed",error:"ended in an error",skipped:"skipped",bypassed:"bypassed",n_a:"nothing was judged"};function dr(e){return e.flatMap(({change:t,evidence:o})=>o.filter(b("change.approval")).flatMap(({record:n})=>n.details.approvals.map(({id:i,roles:s,state:d,at:l,commit:p,counted:m})=>({person:i,roles:s,state:`${Dt[d]}${d==="approved"&&!m?", did not count":""}`,counted:m,at:Date.parse(l),commit:p,change:{title:t.title,anchor:t.anchor}})))).sort((t,o)=>t.at-o.at)}var Dt={approved:"approved",changes_requested:"asked for changes",commented:"commented",dismissed:"dismissed",pending:"not submitted"};function q(e,r){let t=new Map;for(let o of e){let n=r(o),i=t.get(n);i===void 0?t.set(n,[o]):i.push(o)}return t}function lr(e){let r=new Set(e.filter(b("policy.decision")).flatMap(j)),t=e.flatMap((n,i)=>Y(n).map(s=>({tie:s,entry:n,index:i}))),o=q(t,({tie:n})=>n);return n=>{let i=le(n).flatMap(d=>o.get(d)??[]);return[...new Map(i.map(({entry:d,index:l})=>[l,d]))].sort(([d],[l])=>d-l).flatMap(([,d])=>Tt(d,n,r)?[d]:[])}}function Y({placed:e,record:r}){if(r.kind==="unrecognised"||r.kind==="policy.decision")return[e.digest];let t=r.kind==="sbom"?r.details.built_from?.commit:void 0,o=r.kind==="deployment"||r.kind==="change.merged"?r.details.decision:null;return[e.digest,...t===void 0?[]:[t],...o===null?[]:[`of ${o}`],...J(r)]}function le(e){let{placed:r,record:t}=e,{head:o,landed:n}=t.details.subject;return[r.digest,`of ${r.digest}`,...j(e),o,...n===null?[]:[n],...J(t)]}var J=({evidence:e})=>e.run_id===null?[]:[ce(e.run_id,e.run_attempt)],ce=(e,r)=>`run ${e} ${r}`,j=({record:e})=>e.evidence.related.filter(({rel:r})=>r==="fact").map(({digest:r})=>r);function Tt({placed:e,record:r},t,o){let{placed:n,record:i}=t;if(e.digest===n.digest)return!0;if(r.kind==="unrecognised"||e.stream!==n.stream||r.kind==="policy.decision")return!1;if(o.has(e.digest))return j(t).includes(e.digest);let{head:s,landed:d}=i.details.subject;if(r.kind==="sbom"&&[s,d].includes(r.details.built_from?.commit??""))return i.details.decision==="allow";if((r.kind==="deployment"||r.kind==="change.merged")&&r.details.decision===n.digest)return!0;let{run_id:l,run_attempt:p}=r.evidence;return l!==null&&l===i.evidence.run_id&&p===i.evidence.run_attempt}var cr={pull_request:"Pull request",merge_group:"Merge group",push:"Push",deployment:"Deployment"};function pr(e){let r=q(e,At);return new Map([...r.values()].flatMap(t=>t.map((o,n)=>[o,_t(o,n,t.length)])))}function At({record:e}){let{kind:r,repository:t,number:o,head:n}=e.details.subject;return JSON.stringify([r,t,o??n])}function _t({record:e},r,t){let{kind:o,number:n}=e.details.subject,i=n===null?cr[o]:`${cr[o]} ${n}`;return t<2?i:`${i}, decision ${r+1} of ${t}`}var mr=e=>new Set(e.flatMap(r=>r.kind==="short"||O(r)==="allow"?[]:It(r)));function It({key:e}){let r=Te(e);return r?.kind==="record"?[Ce(r.name)]:r?.kind==="platform"?[r.record]:[]}function X({placed:e,record:r},t){if(t.size===0||r.kind==="unrecognised")return Nt;let o=r.evidence.related.map(({digest:i})=>i),n=r.kind==="change.merged"?[...o,r.details.decision]:o;return[...new Set([e.digest,...n])].filter(i=>t.has(i))}var Nt=[];var A=({sha256:e,length:r})=>`[text ${Pe(e).slice(0,12)}, ${r} bytes]`;function ur({environment:e}){if(e===null)return null;let{name:r,approvals:t}=e;return{name:typeof r=="string"?r:A(r),requiredReviewers:e.required_reviewers,preventSelfReview:e.prevent_self_review,adminsBypass:e.admins_bypass,waitMinutes:e.wait_minutes,branches:e.branches,approvals:t.known?z(t.value.map(qt)):t,decision:e.decision,deployer:e.deployer,triggeredBy:e.triggered_by}}var qt=({id:e,state:r,not_before:t,not_after:o})=>({person:e,state:r,after:Date.parse(t),before:Date.parse(o)});function fr(e,r){return Object.fromEntries(Object.entries(e).map(([t,o])=>[t,Bt(o,r)]))}function Bt(e,r){return typeof e=="string"?r.get(e)??e:typeof e=="boolean"?e?"yes":"no":typeof e!="object"?e:A(e)}function hr(e){let r=e.find(b("change.approval"));if(r===void 0)return null;let{approvals:t,required:o,threads:n,tickets:i,checks:s}=r.record.details;return{counted:t.filter(({counted:d})=>d).length,asked:{minimum:o.minimum,roles:o.roles},class:o.class,elevated:o.elevated,threads:n,tickets:gr(i,d=>d.map(A)),checks:gr(s,d=>d.map(({name:l,app_id:p,workflow:m,commit:c,conclusion:g,attempt:S})=>({name:A(l),app:p,workflow:m===null?null:A(m),commit:c,conclusion:g,attempt:S})))}}var gr=(e,r)=>e.known?z(r(e.value)):e;function br(e,r,t,o){let n=e.filter(b("policy.decision")),i=pr(n),s=lr(r);return n.map((d,l)=>{let p=s(d),m={anchor:`change-${l+1}`,title:i.get(d)??"",doubts:X(d,o)},c=Ft(d,m,p,t);return{decided:d,evidence:p,change:c}})}function Ft(e,r,t,o){let{details:n,evidence:i}=e.record;return{...r,commit:n.subject.head,base:n.subject.base,decidedAt:y(e),outcome:n.provisional?"provisional":n.decision,cause:n.cause,error:n.error===null?null:n.error.code,facts:i.facts,answers:{total:n.answers.total,areKept:n.answers.document!==null},rules:n.rules.map(s=>jt(s,e,o)).sort(Kt),review:hr(t),environment:ur(n),evidence:t.map(sr),retentionYears:n.configuration.retention_years,policy:n.policy.sha256,input:n.input.sha256}}var yr=["fail","unknown","waived","pass","not_applicable"],Kt=(e,r)=>yr.indexOf(e.status)-yr.indexOf(r.status);function jt(e,{record:r},t){let{id:o,status:n,mode:i,exception:s,controls:d,reasons:l}=e,p=new Map(r.details.people.map(c=>[c.label,Lt(c.id)])),m=r.details.waivers.find(c=>c.exception===s&&c.rule===o);return{id:o,title:t.rules.find(c=>c.id===o)?.title??"a rule of an older or newer policy",status:n,mode:i,controls:d,reasons:l.map(({code:c,params:g})=>Ie(t,o,{code:c,params:fr(g,p)})),exception:s===null||m===void 0?s:`${s}, ${I(m.days_left,"day")} left`}}var Lt=e=>e.replace(/^person:([0-9a-f]{12})[0-9a-f]*$/,"person $1");function vr(e,r){let t=e.flatMap(n=>n.rules.flatMap(({id:i,controls:s,status:d})=>s.map(l=>({id:l,rule:i,status:Wt(n,d)?"unknown":d}))));return[...new Set(t.map(({id:n})=>n))].filter(n=>r===null||n===r).sort(Ut).map(n=>{let i=t.filter(d=>d.id===n),s=d=>i.filter(l=>l.status===d).length;return{control:n,title:G(n)?.title??null,rules:[...new Set(i.map(({rule:d})=>d))].sort(),passed:s("pass"),failed:s("fail"),waived:s("waived"),unknown:s("unknown"),notApplicable:s("not_applicable")}})}var Wt=({doubts:e},r)=>r==="pass"&&e.length>0,Vt=new Intl.Collator("en",{numeric:!0}),Ut=(e,r)=>Vt.compare(e,r);function wr(e,r,t){let o=new Map([...r].reverse().map(({decided:i,change:s})=>[i.placed.digest,s]));return e.flatMap(i=>b("change.merged")(i)?[zt(i,o,t)]:b("change.bypass")(i)?[Gt(i,t)]:[]).sort((i,s)=>i.at-s.at).map((i,s)=>({...i,anchor:`landing-${s+1}`}))}function zt(e,r,t){let{commit:o,method:n,pull_request:i,decision:s,pushed_by:d}=e.record.details,l=r.get(s),p=kr(e,t);return{...p,doubts:[...new Set([...p.doubts,...l?.doubts??[]])],commit:o,state:"merged",how:Ht[n],pullRequest:i,change:l?.anchor??null,exception:null,pushedBy:d}}function Gt(e,r){let{commit:t,state:o,reason:n,exception:i,pull_request:s,pushed_by:d}=e.record.details;return{...kr(e,r),commit:t,state:o,how:pe(n),pullRequest:s,change:null,exception:i,pushedBy:d}}var kr=(e,r)=>({at:y(e),facts:e.record.evidence.facts,doubts:X(e,r),proof:N(e)}),Ht={"squash-or-rebase":"squashed or rebased, one commit",rebase:"rebased",merge:"merge commit","merge-group":"merge queue"},pe=e=>Yt.get(e)??`${e}, a reason of another version`,Yt=new Map(Object.entries({...Qe,...er}));function $r(e,r){let t=new Map([...r].reverse().map(({proof:o,anchor:n})=>[o.record,n]));return e.filter(b("change.bypass")).map(o=>Jt(o,t.get(o.placed.digest)??null))}function Jt(e,r){let{evidence:t,details:o}=e.record,{commit:n,reason:i,state:s,exception:d,pull_request:l,pushed_by:p}=o,m=l===null?`Commit ${n.slice(0,12)}`:`Pull request ${l}`;return{kind:s==="excepted"?"exception-used":"bypass",title:s==="excepted"?`${d} covers a bypass: ${m}`:`${m} ${Xt[s]}`,details:[`${i}: ${pe(i)}`,`commit ${n}, tree ${o.tree}`,...o.expected_tree===null?[]:[`expected tree ${o.expected_tree}`],...p===null?[]:[`pushed by ${p}`]],at:y(e),controls:t.control_refs.map(c=>c.slice(c.indexOf("/")+1)),anchor:r}}var Xt={bypass:"reached a protected branch past the gate",unverified:"could not be verified after it landed"};function Rr(e,r,t){let o=Qt(r);return e.filter(b("run.intent")).flatMap(n=>Zt(n,o,t))}function Zt(e,r,t){let{run:o,attempt:n,head:i,expected_kinds:s,deadline:d}=e.record.details;if(Date.parse(d)>t)return[];let l=r.get(xr(o,n)),p=Ue(s).filter(m=>l?.has(m)!==!0);return p.length===0?[]:[{kind:"missing-result",title:`Run ${o}, attempt ${n}, announced what it never wrote`,details:[`missing: ${p.join(", ")}`,`commit ${i}`],at:y(e),controls:[],anchor:null}]}function Qt(e){let r=new Map;for(let{record:t}of e){if(t.kind==="unrecognised"||t.evidence.run_id===null)continue;let o=xr(t.evidence.run_id,t.evidence.run_attempt);r.set(o,(r.get(o)??new Set).add(t.kind))}return r}var xr=(e,r)=>`${e} ${r}`;function Sr(e){let r=e.filter(({platform:{kind:o}})=>o!=="verified"&&o!=="countersigned");if(r.length===0||r.length===e.length)return[];let t=r.reduce((o,{records:n})=>o+n,0);return[{kind:"unsigned-by-platform",title:`${t} ${t===1?"record is":"records are"} unsigned by the platform, beside others that it vouches for`,details:r.map(({platform:o,records:n})=>`${n}: ${o.kind==="unverified"?o.why:eo}`),at:null,controls:[],anchor:"writers"}]}var eo="the record says itself that no platform vouches for it";var ro=["verification","bypass","error","denied","deployment","exception-expired","missing-result","exception-used","warned","unsigned-by-platform","unrecognised","facts-given"];function Pr({verification:e,changes:r,landings:t,writers:o,shown:n,all:i,until:s}){let{shown:d,more:l}=Ze(e.findings.filter(to)),p=[...d.map(oo),...l.map(no),...r.flatMap(({change:c})=>Mr(c,c.title,c.decidedAt)),...t.flatMap(c=>Mr(c,`Commit ${c.commit.slice(0,12)}`,c.at)),...$r(n,t),...r.flatMap(io),...n.filter(b("deployment")).flatMap(ao),...Rr(n,i,s),...Sr(o),...so(n),...lo(n)],m=c=>ro.indexOf(c.kind);return p.sort((c,g)=>m(c)-m(g)||(c.at??1/0)-(g.at??1/0))}var to=({kind:e})=>e!=="pending"&&e!=="duplicate"&&e!=="unanswered";function oo(e){let{kind:r,key:t,detail:o,acknowledged:n}=e;return{kind:"verification",title:`${r}: ${Je(e)}`,details:[o,t,...n===null?[]:[`acknowledged: ${n.reason}`]],at:null,controls:[],anchor:null}}var no=({kind:e,code:r,count:t})=>({kind:"verification",title:`${e}: ${t} more of ${r}`,details:['"proofrail verify --json" lists every one'],at:null,controls:[],anchor:null,standsFor:t});function Mr({doubts:e,anchor:r},t,o){if(e.length===0)return[];let n=e.map(i=>`record ${i}`);return[{kind:"verification",title:`${t}: rests on what does not verify`,details:n,at:o,controls:[],anchor:r}]}function io({change:e,decided:r}){let t={at:e.decidedAt,anchor:e.anchor},o=e.rules.filter(({status:d})=>T(d)),n=o.filter(({mode:d})=>d==="enforce"),i=o.filter(({mode:d})=>d!=="enforce"),s=e.rules.filter(({id:d,status:l})=>d==="exceptions.validity"&&l==="fail");return[...e.outcome==="deny"?[{...t,kind:e.cause==="error"?"error":"denied",title:e.title,...me(n,e.error)}]:[],...s.length===0?[]:[{...t,kind:"exception-expired",title:`${e.title}: an exception did not hold`,...me(s)}],...i.length===0?[]:[{...t,kind:"warned",title:`${e.title}: failed, and did not stand in the way`,...me(i)}],...r.record.details.waivers.map(({exception:d,rule:l,days_left:p})=>({...t,kind:"exception-used",title:`${d} waives ${l}`,details:[`used for ${e.title}; ${p} ${p===1?"day was":"days were"} left`],controls:e.rules.find(({id:m})=>m===l)?.controls??[]}))]}function me(e,r=null){return{details:[...r===null?[]:[r],...e.flatMap(({id:t,status:o,reasons:n})=>(n.length===0?[o]:n).map(i=>`${t}: ${i}`))],controls:[...new Set(e.flatMap(({controls:t})=>t))]}}function ao(e){let{environment:r,digest:t,status:o}=e.record.details;return o!=="refused"&&o!=="failed"&&o!=="cancelled"?[]:[{kind:o==="refused"?"denied":"deployment",title:`Deployment to ${r} ${o}`,details:[t],at:y(e),controls:[],anchor:null}]}function so(e){let r=e.filter(b("unrecognised"));if(r.length===0)return[];let t=[...new Set(r.map(({record:n})=>n.predicateType))];return[{kind:"unrecognised",title:`${r.length} ${r.length===1?"record":"records"} of a kind that this version cannot read`,details:t,at:null,controls:[],anchor:null}]}function lo(e){let r=e.filter(({record:o})=>o.kind!=="unrecognised"&&o.evidence.facts==="given").length;return r===0?[]:[{kind:"facts-given",title:`${r} ${r===1?"record rests":"records rest"} on facts that were handed over in a file`,details:["facts given, not read: nobody asked the platform itself whether they are true"],at:null,controls:[],anchor:null}]}var co="artifact",po={cyclonedx:"CycloneDX",spdx:"SPDX"};function Or(e,r){let t=q(e.filter(b("sbom")),({record:s})=>s.details.artifact),o=e.filter(b("deployment")).sort((s,d)=>y(s)-y(d)),n=q(o,({record:s})=>s.details.digest),i=uo(r);return[...new Set([...t.keys(),...n.keys()])].map((s,d)=>{let l=t.get(s)??[],p=n.get(s)??[],m=[...l,...p].flatMap(({record:c})=>c.subject.flatMap(({name:g})=>g===void 0||g===co?[]:[g]));return{anchor:`image-${d+1}`,digest:s,names:[...new Set(m)],sboms:l.map(c=>{let{format:g,format_version:S,component_count:R,document:D}=c.record.details;return{format:`${po[g]} ${S}`,components:R,document:D,at:y(c),proof:N(c)}}),commits:mo(l,i),deployments:p.map(c=>{let{environment:g,status:S}=c.record.details;return{environment:g,outcome:S,at:y(c),proof:N(c)}})}})}function mo(e,r){return[...new Map(e.flatMap(({record:o})=>o.details.built_from===null?[]:[[o.details.built_from.commit,o.details.built_from.claimed_by]]))].map(([o,n])=>({commit:o,saidBy:`claimed by ${n}`,change:r.get(o)??null}))}function uo(e){return new Map(e.flatMap(({change:r,decided:t})=>{let{head:o,landed:n}=t.record.details.subject;return r.outcome!=="allow"?[]:[o,n].flatMap(i=>i===null?[]:[[i,r.anchor]])}))}function Dr(e){let r=new Map;for(let o of e){let{signature:n,platform:i}=H(o.placed),s={platform:go(i),signature:n.kind},d=JSON.stringify(s),l=r.get(d)??{...s,runs:new Set,records:0},p=ho(o,i);p!==null&&l.runs.add(p),l.records+=1,r.set(d,l)}return[...r.values()].map(o=>({...o,runs:[...o.runs]})).sort((o,n)=>Cr(o)-Cr(n)||n.records-o.records)}var fo=["verified","countersigned","unverified","none"],Cr=({platform:e})=>fo.indexOf(e.kind);function go(e){if(e.kind==="countersigned"){let{kind:d,repository:l,workflowCommit:p,event:m,runner:c}=e;return{kind:d,repository:l,workflowCommit:p,event:m,runner:c}}if(e.kind!=="verified")return e;let{kind:r,repository:t,workflow:o,workflowCommit:n,event:i,runner:s}=e;return{kind:r,repository:t,workflow:o,workflowCommit:n,event:i,runner:s}}function ho({record:e},r){return r.kind==="verified"||r.kind==="countersigned"?Er(r):e.kind==="unrecognised"||e.evidence.run_id===null?null:Er({run:e.evidence.run_id,attempt:String(e.evidence.run_attempt??1)})}var Er=({run:e,attempt:r})=>r==="1"?e:`${e}, attempt ${r}`;function _r({records:e,rest:r},t,o,{control:n,stream:i,from:s,to:d}={},l={locked:null,again:[]}){let p=e.filter(w=>y(w)>=(s??-1/0)&&y(w)<(d??1/0)),m=mr(t.findings),c=br(p,e,o,m),g=n===void 0?c:c.flatMap(w=>yo(w,n)),S=new Set(g.flatMap(({evidence:w})=>w.map(({placed:U})=>U.digest))),R=n===void 0?p:p.filter(w=>bo(w,n,S)),D=R.map(y),W=dr(g),V=wr(R,g,m),se=Dr(R),Rt={ledger:t.ledger,assurance:t.assurance,streams:t.streams.map(({stream:w})=>w),control:n??null,stream:i??null,asked:{from:s??null,to:d??null},covered:D.length===0?null:{from:D.reduce(vo),to:D.reduce(Ar)},recordsShown:R.length,recordsInLedger:e.length+r.records,facts:{read:Tr(R,"read"),given:Tr(R,"given")},notRetained:[...new Set(R.flatMap(({record:w})=>Ae(w)??[]))],vouchedFor:se.reduce((w,{platform:U,records:St})=>w+(U.kind==="verified"||U.kind==="countersigned"?St:0),0)},xt=Math.min(d??1/0,e.map(y).reduce(Ar,r.newest));return{scope:Rt,verification:{...$o(t),...l},deviations:Pr({verification:t,changes:g,landings:V,writers:se,shown:R,all:e,until:xt}),changes:g.map(({change:w})=>w),landings:V,images:Or(R,g),approvals:W,coverage:vr(g.map(({change:w})=>w),n??null),writers:se,people:new Set(W.filter(({counted:w})=>w).map(({person:w})=>w)).size}}function yo(e,r){let t=e.change.rules.filter(({controls:o})=>o.includes(r));return t.length===0&&e.change.cause==="rules"?[]:[{...e,change:{...e.change,rules:t}}]}function bo({placed:e,record:r},t,o){return o.has(e.digest)?!0:r.kind!=="unrecognised"&&r.evidence.control_refs.some(n=>n.endsWith(`/${t}`))}var Tr=(e,r)=>e.filter(({record:t})=>t.kind!=="unrecognised"&&t.evidence.facts===r).length,vo=(e,r)=>Math.min(e,r),Ar=(e,r)=>Math.max(e,r),wo={allow:"verified",deny:"tampered",invalid:"nothing-checked",unavailable:"unavailable",tampered:"tampered"};function ko({outcome:e,trust:r,findings:t}){return e==="allow"&&r.kind==="none"?"consistent":e==="tampered"&&rr(t)?"short":wo[e]}function $o(e){let{trust:r,receipts:t,order:o,streams:n}=e;return{outcome:ko(e),trusted:r.kind!=="none",receipts:t,trust:We(r),order:o,streams:n.map(i=>({stream:i.stream,slots:i.slots,records:i.verified+i.consistent,newest:i.newest===null?null:Date.parse(i.newest),states:qe.filter(s=>i[s]>0).map(s=>`${i[s]} ${s}`)}))}}var B=e=>e.reduce((r,{standsFor:t=1})=>r+t,0);var F=e=>e%864e5===0?Ir(e):null,K=e=>e%864e5===0?Ir(e-864e5):null,Ir=e=>new Date(e).toISOString().slice(0,10);function Nr(e){return e.replace(Ro,r=>xo[r]??`\\u{${(r.codePointAt(0)??0).toString(16)}}`)}var Ro=/[&<>"'`]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,xo={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;","`":"&#96;"};var E=class e{#e;constructor(...r){this.#e=r}get text(){return[...this.pieces()].join("")}*pieces(){for(let r of this.#e)if(typeof r=="string")yield r;else for(let t of r.parts())for(let o of ue(t))yield*new e(o).pieces()}get chunks(){return this.#e}},Z=class{parts;constructor(r){this.parts=r}},C=(e,r)=>new Z(function*(){for(let t of e)yield new E(r(t).text)});function a(e,...r){return new E(...So(e.flatMap((t,o)=>[...ue(r[o-1]??null),t])))}function So(e){let r=[];for(let t of e){let o=r.at(-1);typeof t=="string"&&typeof o=="string"?r[r.length-1]=o+t:r.push(t)}return r}function ue(e){return e===null?[]:e instanceof E?e.chunks:e instanceof Z?[e]:typeof e=="object"?e.flatMap(ue):[Nr(String(e))]}var $=e=>a`<code class="whole">${e}</code>`;function k(e){let r=e.slice(e.indexOf(":")+1);return r.length<=12?a`<code>${r}</code>`:a`<code title="${e}">${r.slice(0,12)}</code>`}var _=e=>e.startsWith("person:")?k(e):a`<code>${e}</code>`;function M(e,r,t){return a`<table role="table">
    <caption>
      ${e}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${r.map(o=>a`<th role="columnheader" scope="col" ${fe(o)}>${o.head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${C(t,o=>a`<tr role="row">
            ${r.map(n=>Mo(n,o))}
          </tr> `)}
    </tbody>
  </table>`}function Mo(e,r){let t=e.head,o=a`<span class="value">${e.cell(r)}</span>`;return e.names===!0?a`<th role="rowheader" scope="row" data-label="${t}" ${fe(e)}>${o}</th>`:a`<td role="cell" data-label="${t}" ${fe(e)}>${o}</td>`}var fe=e=>e.numeric===!0?a` class="number"`:null;function v(e){return a`<time datetime="${new Date(e).toISOString()}">${Ne(e)}</time>`}function x({id:e,title:r,lead:t,body:o}){return a`<section id="${e}" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${r}</h2>
    <p class="lead">${t}</p>
    ${o}
  </section> `}function qr({approvals:e}){return x({id:"approvals",title:"Approvals",lead:e.length===0?"No approval is among the records shown.":'People appear under keyed pseudonyms: the same one is the same person within this ledger. Names are resolved outside it, for sampled rows only: "proofrail person show" takes what stands here.',body:e.length===0?null:M("Approvals, in order of time",Po,e)})}var Po=[{head:"Person",names:!0,cell:e=>_(e.person)},{head:"Roles then",cell:e=>e.roles.length===0?"none":e.roles.join(", ")},{head:"Review",cell:e=>e.state},{head:"Time",cell:e=>v(e.at)},{head:"On commit",cell:e=>e.commit===null?"not stated":k(e.commit)},{head:"Change",cell:e=>e.change.anchor===null?e.change.title:a`<a href="#${e.change.anchor}">${e.change.title}</a>`}];function f(e,r,t=`${r}s`){return`${e===0?"no":e.toLocaleString("en-GB")} ${e===1?r:t}`}var u=(e,r)=>a`<div>
    <dt>${e}</dt>
    <dd>${r}</dd>
  </div>`;var P=(e,r)=>e.known?r(e.value):a`<span class="absent">not known: ${Oo[e.why]}</span>`,Oo={absent:"there was nothing to read",forbidden:"the token was not allowed to read it",truncated:"the platform did not give all of it",moved:"it changed while it was read",producer:"it is not known who made it",pending:"it had not come yet",stale:"it was about something older",unusable:"what was read could not be used"};function Br(e){let{name:r,approvals:t}=e;return a`<details>
    <summary>Environment: ${r}</summary>
    <dl class="facts">
      ${u("Reviewers",P(e.requiredReviewers,o=>`${f(o,"reviewer")} required`))}
      ${u("Self-review",P(e.preventSelfReview,o=>o?"prevented":"possible"))}
      ${u("Admins",P(e.adminsBypass,o=>o?"can bypass the protection":"cannot bypass the protection"))}
      ${u("Waiting",P(e.waitMinutes,o=>f(o,"minute")))}
      ${u("Branches",P(e.branches,o=>Co[o]??o))}
      ${u("Gate before",P(e.decision,({conclusion:o,commit:n,run:i})=>a`${o} on ${k(n)}, run ${i}`))}
      ${u("Deployer",P(e.deployer,_))}
      ${u("Started by",P(e.triggeredBy,_))}
      ${u("Approvals",P(t,Eo))}
    </dl>
  </details>`}var Co={protected:"protected branches only",custom:"branches by a list of its own",all:"every branch may deploy"},Eo=e=>e.length===0?a`<span class="absent">none</span>`:e.map(({person:r,state:t,after:o,before:n})=>a`<p>
            ${_(r)} ${t}, between ${v(o)} and ${v(n)}
            <span class="quiet">derived: the platform gives no time</span>
          </p>`);var Do={good:"\u2713",bad:"\u2715",caution:"\u25B2",quiet:"\u2013"};function h(e,r){return a`<span class="mark ${e}"><span class="shape" aria-hidden="true">${Do[e]}</span>${r}</span>`}function Q({outcome:e,cause:r,doubts:t}){switch(e){case"allow":return t.length===0?h("good","Allowed"):h("bad","Allowed, not verified");case"provisional":return h("caution","Provisional");case"deny":return h("bad",r==="error"?"Denied: the engine failed":"Denied")}}function Fr(e){let r=e.map((t,o)=>({change:t,number:o+1}));return M(`Population: ${f(e.length,"decision")}, oldest first`,To,r)}var To=[{head:"No.",numeric:!0,cell:({number:e})=>e},{head:"Decided",cell:({change:e})=>v(e.decidedAt)},{head:"Change",names:!0,cell:({change:e})=>a`<a href="#${e.anchor}">${e.title}</a>`},{head:"Commit",cell:({change:e})=>k(e.commit)},{head:"Outcome",cell:({change:e})=>Q(e)},{head:"Rules broken",numeric:!0,cell:({change:e})=>Ao(e)}],Ao=({rules:e})=>e.filter(({status:r})=>T(r)).length;var ge="unsigned by the platform";function Kr(e){switch(e.kind){case"verified":return a`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br />${$(e.workflow)}`;case"countersigned":return a`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br /><span
          class="quiet"
          >the token is erased, countersigned by the sealer</span
        >`;case"unverified":return he(e.why);case"none":return a`<span class="absent">${ge}: the record says so itself</span>`}}var he=e=>a`${h("caution","not proven")} there is a receipt, and nothing proves it: <code>${e}</code>`;var _o=new E(`
`);function L(e){let{record:r,stream:t,slot:o,position:n}=e;return a`<dl class="proof">
    ${u("Record",$(r))}${u("Place",`stream ${t}, slot ${o}, position ${n}`)}${Vr([e])}
  </dl>`}var Wr=e=>a`<dl class="proof">${Vr(e)}</dl>`,Vr=e=>[u("Signed by",jr(e,({signature:r})=>Io(r))),u("Platform",jr(e,({platform:r})=>Kr(r))),u("By hand",No(e))];function jr(e,r){let t=new Map;for(let n of e){let i=r(n),s=t.get(i.text)??{said:i,records:[]};t.set(i.text,s),s.records.push(a`${k(n.record)} `)}let o=[...t.values()];return o.length===1?o.map(({said:n})=>n):o.map(({said:n,records:i})=>a`<p>${i}<br />${n}</p>`)}function Io(e){if(e.kind==="unchecked")return a`<span class="absent">not checked: no trust file</span>`;let r=e.keys.map(t=>$(t));return e.kind==="run"?a`${r} <span class="quiet">a key that lived for one run</span>`:a`${r}`}function No(e){let r=e.flatMap(({stream:n,slot:i,slotDigest:s})=>s===null?[]:[Lr(s,De(n,i))]),o=["sha256sum --check <<'END'",...new Set([...e.map(({record:n,key:i})=>Lr(n,i)),...r]),"END"].flatMap(n=>[n,_o]);return a`<pre><code>${o.slice(0,-1)}</code></pre>`}var Lr=(e,r)=>`${e.slice(e.indexOf(":")+1)}  ${r}`;function Ur(e){let{threads:r,tickets:t,checks:o}=e,n=r.known&&r.value.resolved<r.value.total;return a`<details${n?" open":""}>
    <summary>Review: ${qo(e)}</summary>
    <dl class="facts">
      ${u("Asked",`${zr(e.asked)}; ${f(e.counted,"approval")} counted`)}
      ${u("Class",Bo(e))}
      ${u("Threads",P(r,Fo))}
      ${u("Tickets",P(t,Ko))}
      ${o.known&&o.value.length>0?null:u("Checks",P(o,()=>"none reported"))}
    </dl>
    ${o.known&&o.value.length>0?M("Checks of this change, and who made each",jo,o.value):null}
  </details>`}function qo({counted:e,threads:r,tickets:t}){return[f(e,"approval"),r.known?`${r.value.resolved} of ${f(r.value.total,"thread")} resolved`:"threads not known",t.known?f(t.value.length,"ticket"):"tickets not known"].join(", ")}var zr=({minimum:e,roles:r})=>`${f(e,"approval")}${r.length===0?"":`, of which one each from ${r.join(", ")}`}`;function Bo({class:e,elevated:r}){if(e==="ordinary")return"ordinary: it leaves the gate itself alone";let t=r===null?"the registry asks for no more than of any change":`needs ${zr(r)}`;return e==="elevated"?a`${h("caution","elevated")} it touches the gate itself; ${t}`:a`${h("bad","unknown")} nobody read all its files; ${t}`}function Fo({total:e,resolved:r,security:t}){let o=t===0?"":`; ${t} marked security`;return e===0?"none":`${f(e,"thread")}, ${r} resolved${o}`}var Ko=e=>e.length===0?a`<span class="absent">none linked</span>`:e.map(r=>a`<code class="rule">${r}</code>`),jo=[{head:"Check",names:!0,cell:e=>a`<code>${e.name}</code>`},{head:"Ended in",cell:e=>e.conclusion.replaceAll("_"," ")},{head:"Made by",cell:e=>a`app
      ${e.app}${e.workflow===null?a`<br /><span class="quiet">no workflow</span>`:a`<br /><code>${e.workflow}</code>`}`},{head:"On commit",cell:e=>k(e.commit)},{head:"Attempt",numeric:!0,cell:e=>e.attempt}];function Hr(e){let r=e.filter(Gr),t=e.filter(o=>!Gr(o));return r.length===0?Yr(t):a`${M("Rules that failed, were unknown, were waived or give a reason",zo,r)}${t.length===0?null:Lo(t)}`}var Lo=e=>a`<details>
    <summary>The others: ${ye(e)}</summary>
    ${Yr(e)}
  </details>`,Gr=({status:e,reasons:r,exception:t})=>T(e)||e==="waived"||r.length>0||t!==null,Yr=e=>a`<ul class="rules">
    ${e.map(r=>a`<li>
          <span>${Jr(r)}</span> <code>${r.id}</code> <span class="quiet">${r.title}</span>
          <span class="quiet">${Xr(r)}</span>
        </li>`)}
  </ul>`;function ye(e){let r=o=>e.filter(n=>n.status===o).length,t=Wo.filter(o=>r(o)>0);return t.length===0?"no rule answered":t.map(o=>`${r(o)} ${be[o][1]}`).join(", ")}var be={fail:["bad","failed"],unknown:["bad","unknown"],waived:["caution","waived"],pass:["good","passed"],not_applicable:["quiet","not applicable"]},Wo=Object.keys(be);function Jr(e){let[r,t]=be[e.status];return a`${h(r,t)}${e.mode==="enforce"?null:a` <span class="mode">${e.mode} only</span>`}`}var Vo=e=>a`<span><code>${e.id}</code><br /><span class="quiet">${e.title}</span></span>`,Xr=({controls:e})=>e.length===0?"none":e.join(", ");function Uo({reasons:e,exception:r}){let t=r===null?e:[...e,`exception ${r}`];return t.length===0?a`<span class="quiet">no reason recorded</span>`:t.map(o=>a`<span class="reason">${o}</span>`)}var zo=[{head:"Rule",names:!0,cell:Vo},{head:"Answer",cell:Jr},{head:"Why",cell:Uo},{head:"Controls",cell:Xr}];function ee(e){if(e.length===0)return null;let r=f(e.length,"record that does not verify","records that do not verify");return a`<p class="error">It rests on ${r}: ${e.map(t=>a`${k(t)} `)}</p>`}function Zr({changes:e}){return x({id:"changes",title:"Changes",lead:e.length===0?"No decision about a change is among the records shown.":"Every decision in the order in which it was made: first as one list to draw a sample from, then each with what the rules answered, the records it rests on, and how to check it by hand.",body:e.length===0?null:[Fr(e),C(e,Go)]})}function Go(e){let r=e.rules.filter(({status:t})=>T(t)).length;return a`<article id="${e.anchor}" class="change">
<header>
<p class="kicker">${Q(e)} <span>${v(e.decidedAt)}</span></p>
<h3>${e.title}</h3>
<p class="commit">Commit ${$(e.commit)}</p>
<p class="given">${e.facts==="given"?h("caution","facts given, not read"):Ho(e)}</p>
${e.outcome==="provisional"?a`<p class="commit">Only reviews were missing. It let the change into the merge queue and satisfies nothing: the queue judged it again.</p>`:null}
${ee(e.doubts)}${e.error===null?null:a`<p class="error">${e.error}</p>`}
</header>
<details${r>0?" open":""}><summary>Decision: ${ye(e.rules)}</summary>
${Hr(e.rules)}
<dl class="proof">
${ve("Policy",e.policy)}${ve("Input",e.input)}${ve("To be kept",e.retentionYears===null?null:f(e.retentionYears,"year"))}
</dl></details>
${e.review===null?null:Ur(e.review)}
${e.environment===null?null:Br(e.environment)}
<details><summary>Evidence: ${f(e.evidence.length,"record")}, and how to check them by hand</summary>
${M("Records of this change",Yo,e.evidence)}
<p class="note">The command runs in the folder of the ledger. It prints <code>OK</code> for each record and slot whose bytes are what was sealed.</p>
${Wr(e.evidence.map(({proof:t})=>t))}</details>
</article>
`}function Ho({answers:{total:e,areKept:r}}){let t=h("quiet","facts read live by the run");if(e===0)return t;let o=r?"kept outside of the ledger":"on record by digest";return a`${t} <span class="quiet">from ${f(e,"answer")} ${o}</span>`}var ve=(e,r)=>r===null?null:u(e,r.startsWith("sha256:")?$(r):r),Yo=[{head:"Kind",names:!0,cell:e=>a`<code>${e.kind}</code>`},{head:"Outcome",cell:e=>e.outcome??"not stated"},{head:"Time",cell:e=>v(e.at)},{head:"Slot",numeric:!0,cell:e=>e.proof.slot},{head:"Position",numeric:!0,cell:e=>e.proof.position},{head:"Digest",cell:e=>k(e.proof.record)}];var Jo=/^[\w%+,./:=@-]+$/,we=e=>Jo.test(e)?e:`'${e.replaceAll("'",String.raw`'\''`)}'`;function et({scope:e,verification:r}){return x({id:"checking",title:"Checking this page",lead:"Whoever can change this file can change what it says. It holds no script and asks no server; the ledger it names is what proves it.",body:a`<ol class="steps">
      <li>
        Verify the ledger again, with a trust file and a receipt that you were given another way:
        <pre><code>proofrail verify --ledger ${we(e.ledger)} --trust trust.json --receipt receipt.json</code></pre>
      </li>
      <li>
        Make this page again, with the same trust file, receipts and options. The same records give the same bytes:
        <pre><code>${Xo(e,r)}</code></pre>
      </li>
      <li>
        <code>[text 7ceeb2f614c0, 10 bytes]</code> stands for a text of outsiders, which the ledger never keeps: the first digits
        of its SHA-256, and its length. Whoever has the text can compare.
      </li>
      <li>Check single records with <code>sha256sum</code> alone: the command stands under <em>Evidence</em> of each change.</li>
    </ol>`})}function Xo({ledger:e,stream:r,control:t,asked:o},{trusted:n,receipts:i,again:s}){return["proofrail","report",...[["--ledger",e],...n?[["--trust","trust.json"]]:[],...Array.from({length:i},(l,p)=>["--receipt",i===1?"receipt.json":`receipt-${p+1}.json`]),...s,...r===null?[]:[["--stream",r]],...t===null?[]:[["--control",t]],...o.from===null?[]:[["--from",F(o.from)??Qr(o.from)]],...o.to===null?[]:[["--to",K(o.to)??Qr(o.to)]],["--out","again.html"]].flat().map(we)].join(" ")}var Qr=e=>new Date(e).toISOString();function rt(e){return`default-src 'none'; style-src 'sha256-${Zo("sha256").update(e).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`}function tt({coverage:e}){return x({id:"coverage",title:"Coverage by control",lead:e.length===0?"No rule answered for any control in the records shown.":"How often a rule answered for each control. A control that is not listed has no evidence here; a row without a failure supports its control, and no more than that.",body:e.length===0?null:M("Answers of rules, by control",Qo,e)})}var Qo=[{head:"Control",names:!0,cell:e=>a`<strong>${e.control}</strong>${e.title===null?null:a`<br /><span class="quiet">${e.title}</span>`}`},{head:"Rules",cell:e=>e.rules.map(r=>a`<code class="rule">${r}</code>`)},{head:"Passed",numeric:!0,cell:e=>e.passed},{head:"Failed",numeric:!0,cell:e=>e.failed},{head:"Waived",numeric:!0,cell:e=>e.waived},{head:"Unknown",numeric:!0,cell:e=>e.unknown},{head:"Not applicable",numeric:!0,cell:e=>e.notApplicable}];function ot({deviations:e,scope:r}){return x({id:"deviations",title:"Deviations",lead:en(e,r.recordsShown),body:e.length===0?null:a`<ol class="deviations">
            ${C(e,on)}
          </ol>`})}function en(e,r){if(e.length>0){let t=e.some(({kind:o})=>o==="denied")?` ${rn}`:"";return`${f(B(e),"deviation")}, the gravest first.${t}`}return r===0?"No record was found, so no deviation could be found either. This is not a result: it says that nothing was looked at.":"None in the records shown. A period without any deviation deserves a question too: is everything recorded?"}var rn="A denial means that the control worked; it is listed because somebody should ask why.",tn={verification:["bad","Verification"],bypass:["bad","Bypass"],error:["bad","Decision failed"],denied:["bad","Denied"],deployment:["bad","Deployment"],"missing-result":["caution","No result"],"exception-expired":["bad","Exception not valid"],"exception-used":["caution","Exception used"],warned:["caution","Warned only"],"unsigned-by-platform":["caution","Unsigned by the platform"],unrecognised:["caution","Not recognised"],"facts-given":["caution","Facts given, not read"]};function on(e){let[r,t]=tn[e.kind];return a`<li class="${r}">
    <p class="kicker">${h(r,t)}${e.at===null?null:a` <span>${v(e.at)}</span>`}</p>
    <h3>${e.anchor===null?e.title:a`<a href="#${e.anchor}">${e.title}</a>`}</h3>
    ${e.details.length===0?null:a`<ul>
            ${e.details.map(o=>a`<li>${o}</li>`)}
          </ul>`}
    ${e.controls.length===0?null:a`<p class="controls">Touches ${e.controls.join(", ")}</p>`}
  </li> `}function nt({images:e}){return x({id:"images",title:"Images",lead:e.length===0?"No record names an image digest.":"From what runs back to who allowed it. A link is as strong as the one who made it, so each says who did.",body:C(e,nn)})}function nn({anchor:e,digest:r,names:t,sboms:o,commits:n,deployments:i}){return a`<article id="${e}" class="image">
    <h3>${t.length===0?a`Image ${k(r)}`:t.join(", ")}</h3>
    <ol class="chain">
      ${re("Digest",$(r))}
      ${re("Bill of materials",o.length===0?te("none archived"):o.map(an))}
      ${re("Commit",n.length===0?te("no record links this digest to a commit"):n.map(sn))}
      ${re("Deployments",i.length===0?te("none recorded"):i.map(dn))}
    </ol>
  </article> `}var re=(e,r)=>a`<li>
    <span class="link">${e}</span>
    <div>${r}</div>
  </li> `,te=e=>a`<span class="absent">${e}</span>`,an=({format:e,components:r,document:t,at:o,proof:n})=>a`<p>
      ${e}, ${r===null?"components not counted":f(r,"component")}, archived ${v(o)}
    </p>
    <details>
      <summary>Proof</summary>
      <dl class="proof">${u("Document",$(t))}</dl>
      ${L(n)}
    </details>`,sn=({commit:e,saidBy:r,change:t})=>a`<p>
    ${t===null?$(e):a`<a href="#${t}">${$(e)}</a>`}
    <span class="quiet">${r}</span>${t===null?a` ${te("no decision about this commit is shown")}`:null}
  </p>`,dn=({environment:e,outcome:r,at:t,proof:o})=>a`<p>${e}: ${r}, ${v(t)}</p>
    <details>
      <summary>Proof</summary>
      ${L(o)}
    </details>`;function it({landings:e}){return x({id:"landings",title:"Protected branch",lead:e.length===0?'No commit on a protected branch was verified in the records shown. Decisions alone do not say what was merged: "proofrail merges verify" does.':"Every commit that was looked at after it landed: its content is exactly what an allowed change gives there, or it is not.",body:C(e,pn)})}var ln={merged:["good","As allowed"],bypass:["bad","Bypass"],excepted:["caution","Bypass, excepted"],unverified:["bad","Not verified"]},cn=["bad","As allowed, not verified"];function pn(e){let{anchor:r,commit:t,at:o,state:n,how:i,pullRequest:s,change:d,exception:l,pushedBy:p,facts:m,doubts:c,proof:g}=e;return a`<article id="${r}" class="landing">
    <p class="kicker">
      ${h(...n==="merged"&&c.length>0?cn:ln[n])} <span>${v(o)}</span>
    </p>
    <p>${$(t)}</p>
    <p class="commit">${mn([...un(s,d),i])}</p>
    ${ee(c)} ${l===null?null:a`<p class="commit">exception ${l}</p>`}
    <p class="commit">
      ${p===null?"it is not known who pushed it":a`pushed by ${_(p)}`}${m==="given"?a`; ${h("caution","facts given, not read")}`:null}
    </p>
    <details>
      <summary>Proof</summary>
      ${L(g)}
    </details>
  </article>`}var mn=e=>e.map((r,t)=>t===0?r:a`: ${r}`);function un(e,r){if(e===null)return[];let t=`Pull request ${e}`;return[r===null?t:a`<a href="#${r}">${t}</a>`]}function at({asked:e,covered:r,recordsInLedger:t}){let n=r===null?t===0?"no record in it verifies":"no record falls in it":a`records from ${v(r.from)} to ${v(r.to)}`;return a`${fn(e)}; ${n}`}function fn({from:e,to:r}){if(e===null&&r===null)return a`The whole ledger`;let t=e===null?a`From the beginning`:a`From ${F(e)??v(e)}`;if(r===null)return a`${t} until the last record`;let o=K(r);return a`${t} until ${o===null?a`before ${v(r)}`:a`the end of ${o} UTC`}`}function dt({scope:e,verification:r}){let t=yn(r);return e.recordsShown>0?[t]:gn.has(r.outcome)?[t,st(e)]:[st(e),t]}var gn=new Set(["tampered","short","unavailable"]),hn={verified:["good","Verified","Every slot and record was read, its signature and digest checked, and its place in the chain."],consistent:["caution","Consistent only","Nothing contradicts itself, but no trust file says whose signatures count: whoever holds any key could have written all of it."],tampered:["bad","Tampered","At least one object is not what its signature or digest says. Read the deviations before anything else."],short:["bad","Not locked as asked","Nothing is altered or missing, but some objects can be removed before the days that are asked for are over. The deviations name them."],unavailable:["caution","Not fully read","Part of the ledger could not be read, so nothing can be said about that part."],"nothing-checked":["caution","Nothing checked","The ledger holds nothing to verify. That is not a good result; it is no result."]};function yn({outcome:e,streams:r}){let[t,o,n]=hn[e];return lt(t,o,a`<p>${n}</p>
      <ul>
        ${r.map(({stream:i,slots:s,records:d,newest:l,states:p})=>a`<li>
              Stream ${i}: ${f(d,"record")} in
              ${f(s,"slot")}${l===null?"":a`, newest ${v(l)}`}${p.length===0?"":`; ${p.join(", ")}`}
            </li>`)}
      </ul>`)}function st({recordsInLedger:e}){return lt("caution","Nothing to show",a`<p>${e===0?"No record of this ledger verifies, and none that does not is shown.":"No record falls into what was asked for."} That is not a good result; it is no result.</p>`)}var lt=(e,r,t)=>a`<div class="verdict ${e}">
    <p class="word">${h(e,r)}</p>
    <div>${t}</div>
  </div>`;function ct(e){let{scope:r,verification:t}=e;return a`<header class="masthead">
    <p class="imprint">Proofrail <span>evidence report</span></p>
    <h1>${Rn(e)}</h1>
    <p class="period">${at(r)}</p>
    ${dt(e)} ${Sn(e)}
    <dl class="facts">
      ${u("Ledger",$(r.ledger))}
      ${u(r.streams.length===1?"Stream":"Streams",r.streams.length===0?"none":r.streams.join(", "))}
      ${u("Assurance",xn[r.assurance])}
      ${r.notRetained.length===0?null:u("Kept",r.notRetained.map(bn))}
      ${t.locked===null?null:u("Locked",t.locked)}
      ${u("Trust",t.trust)} ${u("Order",t.order)}
      ${u("Receipts",vn(t))} ${u("Shown",wn(r))}
      ${r.recordsShown===0?null:u("Facts",kn(r.facts))}
      ${r.recordsShown===0?null:u("Platform",$n(r))}
    </dl>
    <p class="disclaimer">
      This page supports ${r.control===null?"work on the controls it names":a`work on control ${r.control}`}. It
      is the evidence of those who ran the pipeline, not an auditor's opinion, and it says nothing about what was never recorded.
    </p>
  </header> `}var bn=e=>a`<p>${h("caution","no archive")} ${e}: these records were written into an artifact of a run</p>`,vn=({receipts:e})=>e===0?"none held against the ledger: only a seal would show that the end was cut off":`${f(e,"receipt")} held against the ledger`,wn=({recordsShown:e,recordsInLedger:r})=>r===0?"nothing: no record verifies":`${e===0?"none":e.toLocaleString("en-GB")} of ${f(r,"record")} that verify`,kn=({read:e,given:r})=>`${f(e,"record rests","records rest")} on facts read live, ${f(r,"record")} on facts that were handed over`;function $n({vouchedFor:e,recordsShown:r}){if(e===0)return a`<a href="#writers">unsigned by the platform</a>: only the signing key stands behind the records`;let t=r-e;return a`<a href="#writers">vouches for ${f(e,"record")}</a
    >${t===0?"":`; ${f(t,"record")} unsigned by the platform`}`}function Rn({scope:{control:e},coverage:r}){if(e===null)return a`Changes, evidence and proof`;let t=r.find(o=>o.control===e)?.title??null;return a`Evidence for ${e}${t===null?null:a`<span class="name">${t}</span>`}`}var xn={local:"local: tamper-evident by signatures; nothing on this medium prevents deletion",locked:"locked: write-once by Object Lock in COMPLIANCE mode",versioned:"versioned: a bucket that keeps every version; no lock in COMPLIANCE mode is known",volatile:"volatile: kept in memory only"};function Sn({changes:e,deviations:r,images:t,people:o}){let[n,i,s]=["allow","provisional","deny"].map(m=>e.filter(c=>c.outcome===m).length),d=e.filter(({outcome:m,doubts:c})=>m==="allow"&&c.length>0).length,l=B(r),p=[[l,l===1?"deviation":"deviations"],[e.length,e.length===1?"decision":"decisions"],[n-d,"allowed"],...d===0?[]:[[d,"allowed, not verified"]],[s,"denied"],...i===0?[]:[[i,"provisional"]],[t.length,t.length===1?"image":"images"],[o,o===1?"approver":"approvers"]];return a`<ul class="figures">
    ${p.map(([m,c])=>a`<li><strong>${m.toLocaleString("en-GB")}</strong> ${c}</li>`)}
  </ul>`}var ke=`
:root {
  color-scheme: light dark;
  --ground: #fbfaf6; --raised: #ffffff; --sunk: #f1efe8;
  --ink: #1d1c1a; --quiet: #5c5952; --rule: #d9d5ca; --link: #0b4f6c;
  --good: #17613a; --good-ground: #e6f2ea;
  --bad: #9c1c16; --bad-ground: #fbe9e6;
  --caution: #7a4b00; --caution-ground: #fbf0d9;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, "Liberation Serif", serif;
  --sans: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", system-ui, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a; --raised: #1b1e24; --sunk: #22262d;
    --ink: #e9e6df; --quiet: #a7a39a; --rule: #363b44; --link: #8cc8e6;
    --good: #7fd0a0; --good-ground: #14291e;
    --bad: #ff9f94; --bad-ground: #331a18;
    --caution: #f0c36b; --caution-ground: #2e2512;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 16px/1.55 var(--sans); text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0 auto; max-width: 78rem; padding: 0 clamp(1rem, 4vw, 3.5rem); overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; margin: 0; }
p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code, pre { font-family: var(--mono); font-size: .86em; }
code.whole { overflow-wrap: anywhere; user-select: all; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet, .absent { color: var(--quiet); }
.absent { font-style: italic; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--raised); padding: .5rem 1rem; border: 2px solid var(--link); }
.skip:focus { top: 1rem; }

.masthead { padding: clamp(2rem, 6vw, 4.5rem) 0 2.5rem; border-bottom: 1px solid var(--rule); }
.imprint { font: 600 .8rem/1 var(--sans); letter-spacing: .09em; text-transform: uppercase; }
.imprint span { color: var(--quiet); font-weight: 400; }
h1 { font-size: clamp(2.1rem, 6vw, 3.6rem); letter-spacing: -.015em; margin: 1.1rem 0 .7rem; }
h1 .name { display: block; margin-top: .3rem; font-size: .5em; font-weight: 400; letter-spacing: 0; color: var(--quiet); }
.period { font: 1.1rem/1.5 var(--serif); color: var(--quiet); max-width: 46rem; }
.verdict { display: grid; gap: .35rem 1.75rem; margin: 2rem 0; padding: 1.15rem 1.4rem; border-left: 6px solid; border-radius: 0 4px 4px 0; }
.verdict .word { font: 600 1.5rem/1.25 var(--serif); }
.verdict .word .mark { padding: 0; background: none; font: inherit; letter-spacing: 0; }
.verdict + .verdict { margin-top: -1rem; }
.verdict ul { color: var(--ink); font-size: .92rem; margin-top: .35rem; }
.verdict.good { border-color: var(--good); background: var(--good-ground); }
.verdict.bad { border-color: var(--bad); background: var(--bad-ground); }
.verdict.caution { border-color: var(--caution); background: var(--caution-ground); }
.figures { display: flex; flex-wrap: wrap; gap: .8rem 2.75rem; margin: 0 0 2rem; }
.figures li { color: var(--quiet); font-size: .92rem; }
.figures strong { display: block; font: 500 2.1rem/1.1 var(--serif); color: var(--ink); font-variant-numeric: lining-nums tabular-nums; }
.facts { display: grid; gap: .5rem; }
.facts > div, .proof > div { display: grid; grid-template-columns: minmax(5.5rem, 8rem) minmax(0, 1fr); gap: 0 1.25rem; }
dt { color: var(--quiet); }
.disclaimer { margin-top: 1.75rem; max-width: 46rem; font: italic 1.02rem/1.55 var(--serif); color: var(--quiet); }

.columns { display: block; }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; padding: 1rem 0; border-bottom: 1px solid var(--rule); }
nav a { text-decoration: none; padding: .25rem 0; display: inline-block; }
nav a:hover { text-decoration: underline; }
main { min-width: 0; }
section { padding: 3rem 0 1rem; }
h2 { font-size: clamp(1.6rem, 4vw, 2.1rem); letter-spacing: -.01em; }
h3 { font-size: 1.25rem; overflow-wrap: anywhere; }
h4 { margin: 1.4rem 0 .4rem; font: 600 .86rem/1.4 var(--mono); }
.lead { max-width: 46rem; margin: .55rem 0 1.6rem; color: var(--quiet); }

.mark { display: inline-flex; align-items: baseline; gap: .38em; padding: .1em .6em .12em .5em; border-radius: 3px; font: 600 .82rem/1.5 var(--sans); white-space: nowrap; }
.mark.good { color: var(--good); background: var(--good-ground); }
.mark.bad { color: var(--bad); background: var(--bad-ground); }
.mark.caution { color: var(--caution); background: var(--caution-ground); }
.mark.quiet { color: var(--quiet); background: var(--sunk); }
.shape { font-family: "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", var(--sans); font-size: .9em; }
.kicker { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .9rem; margin-bottom: .5rem; color: var(--quiet); font-size: .9rem; }

.deviations { counter-reset: deviation; border-top: 1px solid var(--rule); }
.deviations > li { counter-increment: deviation; position: relative; padding: 1.3rem 0 1.3rem 3.4rem; border-bottom: 1px solid var(--rule); }
.deviations > li::before { content: counter(deviation); position: absolute; left: 0; top: 1.1rem; width: 2.4rem; text-align: right; font: 500 1.7rem/1.2 var(--serif); color: var(--quiet); font-variant-numeric: lining-nums tabular-nums; }
.deviations ul { margin-top: .5rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .3rem; }
.deviations ul li { padding-left: 1.1rem; position: relative; overflow-wrap: anywhere; }
.deviations ul li::before { content: "\u2013"; position: absolute; left: 0; color: var(--quiet); }
.controls { margin-top: .6rem; color: var(--quiet); font-size: .9rem; }

.change, .image, .landing { margin: 0 0 1.75rem; padding: 1.35rem clamp(1rem, 3vw, 1.75rem); background: var(--raised); border: 1px solid var(--rule); border-radius: 5px; }
.change:target, .image:target, .landing:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.commit { margin-top: .35rem; color: var(--quiet); font-size: .92rem; }
table + .change { margin-top: 1.75rem; }
.given, .error { margin-top: .6rem; }
.error { color: var(--bad); }
details { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
summary { cursor: pointer; font-weight: 600; padding: .15rem 0; }
summary::marker { color: var(--quiet); }
details > details + .proof { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
details > .facts { gap: .35rem; margin-top: .6rem; font-size: .92rem; }
.note { margin: .6rem 0; color: var(--quiet); font-size: .92rem; }

table { width: 100%; border-collapse: collapse; margin: .9rem 0 .4rem; font-size: .94rem; }
caption { text-align: left; color: var(--quiet); font-size: .88rem; padding-bottom: .45rem; }
thead th { text-align: left; font: 600 .78rem/1.3 var(--sans); letter-spacing: .035em; text-transform: uppercase; color: var(--quiet); border-bottom: 1.5px solid var(--ink); padding: 0 1.1rem .45rem 0; vertical-align: bottom; }
tbody th, td { text-align: left; font-weight: 400; vertical-align: top; padding: .6rem 1.1rem .6rem 0; border-bottom: 1px solid var(--rule); }
tbody tr:last-child > * { border-bottom: 0; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.value { display: inline-block; min-width: 0; max-width: 100%; }
.reason { display: block; }
.reason + .reason { margin-top: .3rem; }
.rule { display: block; }
.mode { color: var(--quiet); font-size: .85rem; white-space: nowrap; }

.rules { display: grid; margin: .9rem 0 .4rem; font-size: .94rem; }
.rules li { display: grid; grid-template-columns: 8.5rem 14rem minmax(0, 1fr) minmax(0, 9rem); gap: 0 1.1rem; align-items: baseline; padding: .35rem 0; border-bottom: 1px solid var(--rule); }
.rules li:last-child { border-bottom: 0; }

.proof { display: grid; gap: .35rem; font-size: .92rem; margin-top: .5rem; }
pre { margin: .35rem 0; padding: .75rem .9rem; background: var(--sunk); border-radius: 3px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
.proof code { font-size: .8rem; }
.chain { margin-top: 1rem; }
.chain > li { display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); gap: .2rem 1.25rem; padding: .2rem 0 1.1rem 1.4rem; border-left: 2px solid var(--rule); position: relative; }
.chain > li::before { content: ""; position: absolute; left: -6px; top: .55rem; width: 10px; height: 10px; border-radius: 50%; background: var(--raised); border: 2px solid var(--quiet); }
.chain > li:last-child { border-left-color: transparent; padding-bottom: 0; }
.chain details { border-top: 0; padding-top: 0; margin-top: .2rem; }
.link { color: var(--quiet); }
.steps { counter-reset: step; display: grid; gap: 1.1rem; max-width: 58rem; }
.steps li { counter-increment: step; position: relative; padding-left: 2.1rem; }
.steps li::before { content: counter(step) "."; position: absolute; left: 0; font-family: var(--serif); color: var(--quiet); }
footer { margin-top: 3rem; padding: 1.5rem 0 3rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .9rem; }

@media (min-width: 48rem) {
  .verdict { grid-template-columns: auto minmax(0, 1fr); align-items: baseline; }
}
@media (min-width: 68rem) {
  .columns { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 3.5rem; }
  nav ul { position: sticky; top: 0; flex-direction: column; border: 0; padding: 3.5rem 0 0; }
}
@media (max-width: 42rem) {
  table, tbody, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: block; padding: .8rem 0; border-bottom: 1px solid var(--rule); }
  tbody tr:last-child { border-bottom: 0; }
  tbody th, tbody td { display: grid; grid-template-columns: 4.9rem minmax(0, 1fr); gap: .75rem; padding: .18rem 0; border: 0; text-align: left; }
  tbody th::before, tbody td::before { content: attr(data-label); color: var(--quiet); font-size: .86rem; padding-top: .1rem; }
  tbody .number { text-align: left; }
  code { overflow-wrap: anywhere; }
  .rules li { grid-template-columns: minmax(0, 1fr); gap: .15rem 0; }
  .proof > div, .chain > li { grid-template-columns: minmax(0, 1fr); }
  .facts > div { grid-template-columns: 5.75rem minmax(0, 1fr); gap: 0 .75rem; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.6rem, 1fr)); gap: .9rem .75rem; }
  .verdict { margin: 1.5rem 0; padding: 1rem 1.1rem; }
  .deviations > li { padding-left: 2.3rem; }
  .deviations > li::before { width: 1.5rem; text-align: left; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --ground: #fff; --raised: #fff; --sunk: #f4f4f4; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000;
    --good: #17613a; --good-ground: #fff; --bad: #9c1c16; --bad-ground: #fff; --caution: #7a4b00; --caution-ground: #fff; color-scheme: light; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .columns { display: block; }
  .mark { padding: 0; }
  h2, h3, summary, caption { break-after: avoid; }
  tr, .rules li, .deviations > li, .proof > div { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  a { text-decoration: none; }
}
`;function pt({writers:e}){return x({id:"writers",title:"Who wrote the records",lead:e.length===0?"There is no record, so nobody wrote one.":"The platform signs for each record which repository, workflow and run wrote it with which key. Where it does not, only the key stands behind the record.",body:e.length===0?null:M("Records by the workflow that wrote them",Pn,e)})}var Mn=4,Pn=[{head:"Platform says",names:!0,cell:On},{head:"Runner",cell:({platform:e})=>"runner"in e?Cn(e.runner):"not known"},{head:"Signed with",cell:({signature:e})=>En[e]},{head:"Runs",cell:({runs:e})=>Dn(e)},{head:"Records",numeric:!0,cell:({records:e})=>e}];function On({platform:e}){switch(e.kind){case"verified":return a`${h("good","vouched for")} repository ${e.repository}, on ${e.event}<br />${$(e.workflow)}<br /><span
          class="quiet"
          >workflow at ${k(e.workflowCommit)}</span
        >`;case"countersigned":return a`${h("good","erased, countersigned")} repository ${e.repository}, on ${e.event}<br /><span
          class="quiet"
          >workflow at ${k(e.workflowCommit)}</span
        >`;case"unverified":return he(e.why);case"none":return h("caution",ge)}}var Cn=e=>e==="self-hosted"?h("caution","self-hosted"):e,En={lasting:"a key of the trust file",run:"a key that lived for one run",unchecked:"not checked: no trust file"},Dn=e=>e.length===0?a`<span class="absent">none named</span>`:e.length<=Mn?e.map(r=>a`<span class="rule">${r}</span>`):a`${e[0]??""} to ${e.at(-1)??""}, ${f(e.length,"run")}`;var Tn=new E(`<style>${ke}</style>`),An=[["deviations","Deviations"],["changes","Changes"],["landings","Protected branch"],["images","Images"],["approvals","Approvals"],["coverage","Coverage"],["writers","Writers"],["checking","Checking"]];function mt(e){let{control:r}=e.scope;return a`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${rt(ke)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${r===null?"Proofrail evidence report":`${r}: Proofrail evidence report`}</title>
        ${Tn}
      </head>
      <body>
        <a class="skip" href="#deviations">Skip to deviations</a>
        ${ct(e)}
        <div class="columns">
          <nav aria-label="Contents">
            <ul>
              ${An.map(([t,o])=>a`<li><a href="#${t}">${o}</a></li>`)}
            </ul>
          </nav>
          <main>
            ${ot(e)}${Zr(e)}${it(e)}${nt(e)}${qr(e)}${tt(e)}${pt(e)}${et(e)}
          </main>
        </div>
        <footer><p>Made by Proofrail from signed records. It supports an audit; it does not replace one.</p></footer>
      </body>
    </html> `.pieces()}var oe=class{#e=new Uint32Array(4096);#r=0;add(r,t){if(this.#r+2>this.#e.length){let o=new Uint32Array(this.#e.length*2);o.set(this.#e),this.#e=o}this.#e[this.#r]=ut(r),this.#e[this.#r+1]=t,this.#r+=2}numbersOf(r){let t=new Set([...r].map(ut)),o=new Set;for(let n=0;n<this.#r;n+=2)t.has(this.#e[n]??0)&&o.add(this.#e[n+1]??0);return o}};function ut(e){let r=2166136261;for(let t=0;t<e.length;t++)r=Math.imul(r^e.charCodeAt(t),16777619);return r>>>0}var ne=class{#e;#r;#t=new Map;#i=new oe;#o=0;#n=0;constructor({from:r=-1/0,to:t=1/0}){this.#e=r,this.#r=t}isOfPeriod(r){let t=y(r);return t>=this.#e&&t<this.#r}keep(r,t){this.#t.set(t,r)}leave(r,t){this.#o+=1,this.#n=Math.max(this.#n,y(r));for(let o of _n(r))this.#i.add(o,t)}async finish(r){let t=[...this.#t.values()],o=await this.#a([...t.flatMap(In),...t.map(ft)],r);return await this.#a(o.map(ft),r),{records:[...this.#t].sort(([i],[s])=>i-s).map(([,i])=>i),rest:{records:this.#o,newest:this.#n}}}async#a(r,t){let o=[];for(let n of this.#i.numbersOf(r)){if(this.#t.has(n))continue;let i=await t(n);i!==null&&(this.#t.set(n,i),this.#o-=1,o.push(i))}return o}};function _n(e){let{record:r}=e;if(r.kind==="unrecognised")return Y(e);let t=r.kind==="policy.decision"?j({record:r}).map(gt):[];return new Set([...Y(e),...J(r),...t])}function In(e){if(b("policy.decision")(e))return le(e);if(!b("run.intent")(e))return[];let{run:r,attempt:t}=e.record.details;return[ce(r,t)]}var gt=e=>`claims ${e}`,ft=({placed:e})=>gt(e.digest);function ht({stream:e,reading:r},{streams:t,findings:o}){let n=o.every(s=>s.stream!==e||O(s)==="allow"),i=t.find(s=>s.stream===e)?.head??null;return i===null||!n?0:r.slotDigest(i.slot)===i.digest?i.slot:0}var ie=class{findings=[];#e;constructor({findings:r}){this.#e=new Set(r.filter(t=>O(t)!=="allow").flatMap(t=>[...yt(t),$e(t)]))}note(r){if(O(r)==="unavailable")return this.#r(r);this.#e.has($e(r))||(this.#e.add($e(r)),this.findings.push(r))}#r(r){if(!yt(r).some(t=>this.#e.has(t)))throw new Me("ledger/finding",{expected:"what could be read when it was verified a moment ago",found:`${r.code}: ${r.detail}`,at:r.key,doThis:"Run it again: no page was written, as it would lack this."})}},$e=({code:e,key:r})=>`${e} ${r}`,yt=({stream:e,slot:r,position:t,key:o})=>[o,...t===null?[]:[`${e} ${r} ${t}`]];async function bt(e,r,t,o){let n=new ne(o),i=new ie(r),s=await Nn(e,r,t,i),d=[],l=0;for(let{stream:m}of r.streams){let c=!0,g=R=>{c=!1,i.note(R)},S=await Be.open(e,m,{...t,sealed:s,onFinding:g});await qn({first:l,reading:S},n,c?ht({reading:S,stream:m},r):0),d.push({first:l,reading:S}),l+=S.size}return{...await n.finish(m=>Bn(d,m)),findings:i.findings}}function Nn(e,{seal:r},t,o){let n=i=>{O(i)==="unavailable"&&o.note(i)};return Le(e,r.state==="not-checked"?{}:t,{onFinding:n})}async function qn({first:e,reading:r},t,o){let n=new WeakMap,i=r.records((s,{slot:d},l)=>{let p=wt(s);return n.set(s.statement,{record:p,number:e+l}),d>o||t.isOfPeriod({placed:s,record:p})?!0:(t.leave({placed:s,record:p},e+l),!1)});for await(let s of i){let{record:d,number:l}=n.get(s.statement)??kt();t.isOfPeriod({placed:s,record:d})?t.keep(vt(r,s,d),l):t.leave({placed:s,record:d},l)}}async function Bn(e,r){let{first:t,reading:o}=e.findLast(i=>i.first<=r)??kt(),n=await o.recordAt(r-t);return n===null?null:vt(o,n,wt(n))}var vt=(e,r,t)=>ar(r,t,e.slotDigest(r.slot));function wt({statement:e,name:r}){try{return Oe(e,r)}catch(t){if(!(t instanceof xe))throw t;return{kind:"unrecognised",predicateType:e.predicateType,subject:e.subject}}}function kt(){throw new RangeError("a record that was not read before")}async function hc(e,r){let t=await Fe(e,r),o=Wn(t),{store:n,retention:i,given:s}=await Ye(t,r),d=await ze(n,s);if(await Xe(n,t.stream,d),d.outcome==="invalid")throw Un(t);let{trust:l,attachments:p}=s,m=l===void 0?{}:{trust:l,...p===void 0?{}:{attachments:p}},c=await bt(n,d,m,o),g=Kn(d,c.findings),S={locked:i===null?null:[Ge(i),...He(g.waiting)].join("; "),again:Ln(t)},R=_r(c,g,_e().manifest,o,S),D=Fn("sha256");je(t.out,jn(D,mt(R)));let W=D.digest("hex");return{outcome:Vn(g.outcome,R),json:{report:t.out,digest:`sha256:${W}`,selection:zn(o),shown:$t(R),verification:or(g,i)},text:V=>[tr(g,i,V),"",Gn(R),"",Ke(t.out)].join(`
`)}}function Kn(e,r){let{outcome:t,findings:o}=e;return{...e,outcome:de([t,...r.map(O)]),findings:[...o,...r]}}function*jn(e,r){for(let t of r)e.update(t),yield t}var Ln=({attachments:e,days:r,config:t})=>[...e===void 0?[]:[["--attachments",e]],...r===void 0?[]:[["--days",String(r)]],...t===void 0?[]:[["--config",".proofrail"]]];function Wn({control:e,stream:r,from:t,to:o}){if(e!==void 0&&G(e)===null)throw Re("report/unknown-control","a control such as A.8.32 or CC8.1",e,"--control",'"proofrail controls" prints those that have a rule');if(t!==void 0&&o!==void 0&&t>=o)throw Re("report/period","a period that begins before it ends; a day in --to is included whole, and a time in it is not",`${F(t)??ae(t)} to ${K(o)??ae(o)}`,"--from and --to","name the earlier of the two as --from");return{...e===void 0?{}:{control:e},...r===void 0?{}:{stream:r},...t===void 0?{}:{from:t},...o===void 0?{}:{to:o}}}var Vn=(e,{scope:r})=>r.recordsShown===0?de(["invalid",e]):e;function Un({ledger:e}){return Re("report/nothing","a ledger that holds something","nothing",e,"check the URI; a page about nothing would look like a good one")}function Re(e,r,t,o,n){return new Se(e,{expected:r,found:t,at:o,doThis:n})}var ae=e=>new Date(e).toISOString(),zn=({control:e,from:r,to:t})=>({control:e??null,from:r===void 0?null:ae(r),to:t===void 0?null:ae(t)}),$t=({scope:e,deviations:r,changes:t,images:o})=>({records:e.recordsShown,deviations:B(r),changes:t.length,images:o.length});function Gn(e){let{records:r,deviations:t,changes:o,images:n}=$t(e);return r===0?`${e.scope.recordsInLedger===0?"no record verifies":"no record falls into what was asked for"}: the page says so, and this is not a good result`:`${I(t,"deviation")}, ${I(o,"decision")}, ${I(n,"image")} from ${I(r,"record")}`}export{hc as writeReport};
